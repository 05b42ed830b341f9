using ValidationWorkbench.Cases;
using ValidationWorkbench.Models;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Scoring;

namespace ValidationWorkbench.UseCases;

/// <summary>Judges the reply to a case. It must not throw, whatever the reply holds: an exception counts as a fault of the workbench.</summary>
internal delegate TrialScore AnswerScorer(CaseTask task, TrialKey key, TestCase testCase, ModelReply reply);
