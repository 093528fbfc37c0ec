#include "cli/command.hpp"
#include "cli/commands.hpp"

namespace gradus::cli {

void add_exam(Command& gradus) {
  gradus.add_family("exam", "Record mock exams, and get ready for the exam.",
                    "  gradus exam add dea-c01 --score 74 --timed\n"
                    "  gradus exam status\n"
                    "  gradus exam countdown 2027-03-15\n",
                    [](Command& exam) {
                      add_exam_add(exam);
                      add_exam_status(exam);
                      add_exam_countdown(exam);
                    });
}

}  // namespace gradus::cli
