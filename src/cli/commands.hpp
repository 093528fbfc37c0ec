#pragma once

#include "cli/session.hpp"

// Every command. Each has a file of its name, with its words and what it does; grammar.cpp puts
// them in the order of the help.

namespace gradus::cli {

class Command;

void add_init(Command& gradus);
void add_today(Command& gradus);
void add_week(Command& gradus);
void add_plan(Command& gradus);
void add_replan(Command& gradus);

void add_log(Command& gradus);
void add_solve(Command& gradus);
void add_artefact(Command& gradus);
void add_interview(Command& gradus);
void add_drill(Command& gradus);
void add_apply(Command& gradus);
void add_spend(Command& gradus);
void add_exam(Command& gradus);
void add_run(Command& gradus);
void add_review(Command& gradus);
void add_open(Command& gradus);

void add_start(Command& gradus);
void add_pause(Command& gradus);
void add_resume(Command& gradus);
void add_stop(Command& gradus);
void add_cancel(Command& gradus);

void add_pace(Command& gradus);
void add_forecast(Command& gradus);
void add_decide(Command& gradus);
void add_advise(Command& gradus);

void add_ready(Command& gradus);
void add_unlock(Command& gradus);
void add_modules(Command& gradus);
void add_attest(Command& gradus);
void add_waive(Command& gradus);

void add_track(Command& gradus);

void add_entries(Command& gradus);
void add_edit(Command& gradus);
void add_rm(Command& gradus);
void add_undo(Command& gradus);
void add_redo(Command& gradus);

void add_import(Command& gradus);
void add_export(Command& gradus);

void add_report(Command& gradus);
void add_curriculum(Command& gradus);
void add_mcp(Command& gradus);

void add_backup(Command& gradus);
void add_restore(Command& gradus);
void add_doctor(Command& gradus);

void add_help(Command& gradus);
void add_completion(Command& gradus);

// Those below another command.
void add_compress(Command& plan);
void add_stretch(Command& plan);
void add_available(Command& plan);
void add_break(Command& plan);
void add_module(Command& plan);
void add_module_list(Command& module);
void add_module_show(Command& module);
void add_module_ready(Command& module);
void add_verify(Command& artefact);
void add_exam_add(Command& exam);
void add_exam_status(Command& exam);
void add_exam_countdown(Command& exam);
void add_advise_certificate(Command& advise);
void add_advise_budget(Command& advise);
void add_advise_bootcamp(Command& advise);
void add_advise_stack(Command& advise);
void add_track_list(Command& track);
void add_track_use(Command& track);
void add_track_rename(Command& track);
void add_track_archive(Command& track);
void add_track_gate(Command& track);
void add_import_csv(Command& import);
void add_curriculum_list(Command& curriculum);
void add_curriculum_show(Command& curriculum);
void add_curriculum_check(Command& curriculum);
void add_curriculum_use(Command& curriculum);
void add_curriculum_schema(Command& curriculum);

// What gradus does without a command: it shows today, or where no store is yet how to begin.
ExitCode show_today_or_welcome(Session& session);

}  // namespace gradus::cli
