#pragma once

#include "gradus/curriculum/vocabulary.hpp"
#include "gradus/journal/entry.hpp"

#include "cli/recording.hpp"
#include "cli/session.hpp"

#include <string>
#include <vector>

namespace gradus::cli {

// Empty texts stand for options that were not given.

struct LogSession {
  Recording recording;
  std::string length;  // a duration, or a stretch of time by the clock
  journal::SessionKind kind = journal::SessionKind::read;
  std::string topic;
};
ExitCode run(const LogSession& request, Session& session);

struct SolveProblem {
  Recording recording;
  std::string title;
  std::string topic;
  curriculum::Difficulty difficulty = curriculum::Difficulty::easy;
  std::string minutes;
  std::string attempts = "1";
  bool help_used = false;
  std::string platform;
  std::string url;
  std::string language;
};
ExitCode run(const SolveProblem& request, Session& session);

struct AddArtefact {
  Recording recording;
  std::string artefact;  // an id of the curriculum, or a title of one's own
  std::string url;
  std::string path;
};
ExitCode run(const AddArtefact& request, Session& session);

struct ListArtefacts {};
ExitCode run(const ListArtefacts& request, Session& session);

struct VerifyArtefact {
  std::string artefact;  // an id of the curriculum; empty: every one that can be
  std::string path;      // in place of the delivery's
};
ExitCode run(const VerifyArtefact& request, Session& session);

struct RecordInterview {
  Recording recording;
  std::string area;
  std::string score;
};
ExitCode run(const RecordInterview& request, Session& session);

struct RecordApplication {
  Recording recording;
  std::string company;
  std::string role;
  std::string status;
};
ExitCode run(const RecordApplication& request, Session& session);

struct RecordExpense {
  Recording recording;
  std::string usd;
  std::string title;
  journal::ExpenseKind kind = journal::ExpenseKind::other;
};
ExitCode run(const RecordExpense& request, Session& session);

struct AddMockExam {
  Recording recording;
  std::string exam;
  std::string score;
  std::vector<std::string> domains;  // DOMAIN=SCORE
  bool timed = false;
};
ExitCode run(const AddMockExam& request, Session& session);

struct RecordRun {
  Recording recording;
  bool ok = false;
  std::string pipeline;
};
ExitCode run(const RecordRun& request, Session& session);

}  // namespace gradus::cli
