using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ValidationWorkbench.Assessment;
using ValidationWorkbench.Audit;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Decisions;
using ValidationWorkbench.Files;
using ValidationWorkbench.Models;
using ValidationWorkbench.Models.Endpoints;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Runs;
using ValidationWorkbench.Scoring;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.UseCases;

/// <summary>
/// Scores a run from its stored raw replies, and from nothing else: the first assessment, a later one and the documents all come this way. The rows
/// that lead to the replies are compared with the audit records before; only the verification, which does that by itself, leaves the check out.
/// </summary>
internal sealed class RunScorer(RecordsFolder records, AnswerScorer scorer, RowCheck? rows)
{
    private readonly Lock gate = new();
    private ScoredTrials? latest;
    private AssessedRun? assessed;

    /// <summary>The scored run, assessed by the plan frozen with it or by another one.</summary>
    /// <exception cref="InputException">There is no such run.</exception>
    /// <exception cref="IntegrityException">Evidence, a row or an audit record of the run is missing or was altered.</exception>
    public AssessedRun Score(string runId, PlanFile? plan = null) => Score(runId, long.MaxValue, _ => plan);

    /// <summary>The run as an assessment on record had it: by that plan, and with the answers and dispositions that were on record by then. A run may have gone on since.</summary>
    /// <exception cref="IntegrityException">Evidence, a row or an audit record of the run is missing or was altered.</exception>
    public AssessedRun Score(AssessmentEntry entry) =>
        Score(entry.RunId, entry.HeadSequence, frozen => entry.PlanSha256 == frozen ? null : ReadPlan(entry.PlanSha256));

    private AssessedRun Score(string runId, long upTo, Func<string, PlanFile?> planFor)
    {
        lock (gate)
        {
            // Within one command a run is scored once for the answers and dispositions it has.
            using var context = records.CreateReader();
            var last = EarlierResults.LastInput(context, runId, upTo);
            if (latest is not { } known || known.LastInput != last || known.Material.Run.Id != runId)
            {
                latest = known = ScoreAgain(runId, last);
                assessed = null;
            }

            var plan = planFor(known.Material.Configuration.Plan.Sha256);
            var planSha256 = plan?.Sha256 ?? known.Material.Configuration.Plan.Sha256;
            if (assessed?.PlanSha256 != planSha256)
            {
                assessed = Assess(known, planSha256, plan?.Plan ?? known.Material.Plan);
            }

            return assessed with { Run = RunMaterial.FindRun(records, runId) };
        }
    }

    /// <summary>A plan that was kept with an assessment.</summary>
    private PlanFile ReadPlan(string sha256) => PlanFile.Parse(TextFile.Parse($"plan {sha256[..12]}", records.ReadEvidence(sha256), TextFile.LargestSetting));

    private ScoredTrials ScoreAgain(string runId, long lastInput)
    {
        var material = RunMaterial.Load(records, runId);
        var attempts = ReadAttempts(material, lastInput, out var finished);
        var replies = ReadReplyPlaces(runId);
        var dispositions = DispositionRecords.Read(records, runId, lastInput);
        var scoredCases = new ScoredCase[material.Cases.Count];
        Parallel.For(0, material.Cases.Count, i => scoredCases[i] = ScoreCase(material, material.Cases[i].Task, material.Cases[i].Case, attempts, finished, replies));
        var scored = new ScoredRun(
            material.Cases, material.Configuration.Repeats, scoredCases.SelectMany(entry => entry.Scores),
            [.. attempts.Values.SelectMany(list => list).Where(attempt => !attempt.Cancelled)
                .Select(attempt => new CallFact(attempt.CaseId, attempt.Role, attempt.Answered,
                TimeSpan.FromMicroseconds(attempt.LatencyMicros), attempt.FirstTokenMicros is { } first ? TimeSpan.FromMicroseconds(first) : null))],
            material.Cases.Select((entry, i) => (entry.Case.Id, scoredCases[i].Likeness)).Where(entry => entry.Likeness is not null)
                .ToDictionary(entry => entry.Id, entry => dispositions.TryGetValue(entry.Id, out var found) ? entry.Likeness!.With(found) : entry.Likeness!),
            [.. scoredCases.SelectMany(entry => entry.Faults)])
        {
            Embeddings = EmbeddingsRecords.Read(records, material, lastInput),
            Sequential = SequentialRecords.Read(
                records, material, lastInput,
                (key, testCase) => finished.GetValueOrDefault(key)
                    ? Given(key, testCase, ReadReply(attempts[key][^1], material.Configuration.Candidate.Wire, replies)) : null,
                Given),
        };
        return new ScoredTrials(material, lastInput, scored, attempts, finished);
    }

    private AssessedRun Assess(ScoredTrials trials, string planSha256, ValidationPlan plan)
    {
        var (material, lastInput, scored, attempts, finished) = trials;
        var configuration = material.Configuration;
        ModelRole[] roles = [ModelRole.Baseline, ModelRole.Candidate];
        var calls = attempts.Values.SelectMany(list => list).ToList();
        var totals = roles.Select(role => Count(role, material.Run.Planned / 2, scored, finished)).ToList();
        var usage = roles.Select(role => calls.Where(attempt => attempt.Role == role).Aggregate(default(TokenUsage), (sum, attempt) => sum + attempt.Usage)).ToList();
        var assessment = RunAssessment.Of(plan.Criteria, scored, totals);
        var foreign = roles.SelectMany(role => calls.Where(attempt => attempt.Role == role && attempt.Answered).Select(attempt => attempt.ServedModel).Distinct()
            .Where(served => !ServedModelRule.Accepts(configuration.ModelOf(role), served)).Order(StringComparer.Ordinal).Select(served => ServedModelRule.Describe(configuration.ModelOf(role), served))).ToList();
        var recommendation = RecommendationRule.Apply(
            plan.ContextOfUse, assessment.Findings, ValidityRule.Reasons(plan.Execution, totals, foreign, scored.Faults), DemonstrationRule.Reasons(
                configuration, [.. material.Cases.Select(entry => entry.Case)], EvidenceNeeds.Shortcomings(plan),
                calls.Exists(attempt => attempt.SystemFingerprint == SimulatedModelClient.SystemFingerprint),
                planSha256 == configuration.Plan.Sha256 ? null : $"plan {plan.Id} version {plan.Version} (sha256 {planSha256})")) with
        {
            Warnings = WarningRule.Of(calls, plan.Criteria, scored.Likeness),
        };
        var last = KeysOf(material).Where(finished.ContainsKey).Select(key => attempts[key][^1]).ToList();
        var results = RunResults.Of(configuration, planSha256, assessment, recommendation, HashTrials(scored, last), ServedBuild.All(calls));
        var tries = EarlierResults.CountTries(records, material, plan, lastInput);
        return new AssessedRun
        {
            Run = material.Run,
            Configuration = configuration,
            Plan = plan,
            PlanSha256 = planSha256,
            Prompts = material.Prompts,
            CaseSets = material.CaseSets,
            Templates = material.Templates,
            Scored = scored,
            Assessment = assessment,
            Recommendation = recommendation.Outcome == Outcome.Go && tries.Describe() is { } further
                ? recommendation with { Reasons = [.. recommendation.Reasons, further] } : recommendation,
            Tries = tries,
            Results = results,
            ResultsSha256 = Sha256Hex.Of(CanonicalJson.Write(results)),
            LastAttempts = last,
            Attempts = [.. KeysOf(material).SelectMany(key => attempts.GetValueOrDefault(key) ?? [])],
            Usage = usage,
        };
    }

    /// <summary>The attempts that were on record by the last record that counts, by trial, and which trials were finished by then.</summary>
    private Dictionary<TrialKey, List<Attempt>> ReadAttempts(RunMaterial material, long lastInput, out Dictionary<TrialKey, bool> finished)
    {
        var head = records.ReadHead();
        using var context = records.CreateReader();
        var runId = material.Run.Id;

        // One state of the database, since another process may be writing while this one only reads.
        context.Database.OpenConnection();
        using var transaction = ((SqliteConnection)context.Database.GetDbConnection()).BeginTransaction(deferred: true);
        context.Database.UseTransaction(transaction);
        var trials = context.Trials.Where(trial => trial.RunId == runId).AsEnumerable().ToDictionary(trial => trial.Key);
        var attempts = context.Attempts.AsNoTracking().Where(attempt => attempt.RunId == runId).AsEnumerable()
            .GroupBy(attempt => new TrialKey(attempt.CaseId, attempt.Role, attempt.Repeat))
            .ToDictionary(group => group.Key, group => group.OrderBy(attempt => attempt.Number).ToList());
        rows?.Check(context, head, material, attempts, trials);
        var recorded = context.AuditRecords
            .Where(record => record.RunId == runId && record.Sequence <= lastInput
                && (record.Action == AuditAction.AttemptFailed || record.Action == AuditAction.TrialFinished))
            .Select(record => new { record.EntityId, record.Action }).AsEnumerable().ToLookup(record => record.EntityId, record => record.Action);
        finished = trials.Where(entry => recorded[entry.Key.ToString()].Contains(AuditAction.TrialFinished))
            .ToDictionary(entry => entry.Key, entry => entry.Value.Answered);

        // The attempts of a trial have one record each, in the order of their numbers.
        return attempts.ToDictionary(entry => entry.Key, entry => entry.Value.Take(recorded[entry.Key.ToString()].Count()).ToList());
    }

    private Dictionary<string, EvidenceEntry> ReadReplyPlaces(string runId)
    {
        using var context = records.CreateReader();
        return (from attempt in context.Attempts
                where attempt.RunId == runId
                join entry in context.Evidence on attempt.ReplySha256 equals entry.Sha256
                select entry).AsNoTracking().Distinct().ToDictionary(entry => entry.Sha256);
    }

    private ScoredCase ScoreCase(
        RunMaterial material, CaseTask task, TestCase testCase, Dictionary<TrialKey, List<Attempt>> attempts, Dictionary<TrialKey, bool> finished, Dictionary<string, EvidenceEntry> replies)
    {
        var scores = new List<TrialScore>();
        var faults = new List<string>();
        List<OqSuite?>[] suites = [[], []];
        foreach (var key in KeysOf(testCase.Id, material.Configuration.Repeats))
        {
            var reply = finished.GetValueOrDefault(key) ? ReadReply(attempts[key][^1], material.Configuration.ModelOf(key.Role).Wire, replies) : null;
            if (reply is not null)
            {
                scores.Add(ScoreAnswer(task, key, testCase, reply, faults));
            }

            if (task == CaseTask.OqGeneration)
            {
                suites[(int)key.Role].Add(reply is null ? null : OqSuite.Read(reply).Suite);
            }
        }

        return new ScoredCase(scores, task == CaseTask.OqGeneration ? Compare(testCase, suites[0], suites[1], faults) : null, faults);
    }

    private GivenAnswer Given(TrialKey key, TestCase testCase, ModelReply reply) =>
        new(reply.Answer, Repeatability.Readable(ScoreAnswer(CaseTask.Categorization, key, testCase, reply, [])));

    private static SuiteLikeness? Compare(TestCase testCase, List<OqSuite?> baseline, List<OqSuite?> candidate, List<string> faults)
    {
        try
        {
            return SuiteSimilarity.Of(baseline, candidate, [.. testCase.Requirements.Select(requirement => requirement.Id)]);
        }
        catch (Exception exception)
        {
            faults.Add($"{testCase.Id}: {exception.GetType().Name}: {exception.Message}");
            return null;
        }
    }

    /// <summary>A scorer that throws is our fault, never the model's: the trial is unscored and the assessment becomes invalid.</summary>
    private TrialScore ScoreAnswer(CaseTask task, TrialKey key, TestCase testCase, ModelReply reply, List<string> faults)
    {
        try
        {
            return scorer(task, key, testCase, reply);
        }
        catch (Exception exception)
        {
            faults.Add($"{key}: {exception.GetType().Name}: {exception.Message}");
            return new TrialScore { Key = key, Verdict = ScoreVerdict.Unscored, Reason = $"the scorer failed: {exception.GetType().Name}", Decision = "(unscored)", SchemaConforms = false };
        }
    }

    private ModelReply ReadReply(Attempt attempt, EndpointSettings settings, Dictionary<string, EvidenceEntry> replies)
    {
        var bytes = records.ReadEvidence(replies.GetValueOrDefault(attempt.ReplySha256!) ?? throw new IntegrityException($"evidence {attempt.ReplySha256} is not in the records."));
        return ChatCompletionReader.Read(attempt.HttpStatus, attempt.TransportError, bytes, settings).Reply
            ?? throw new IntegrityException($"trial {attempt.CaseId}/{attempt.Role}/{attempt.Repeat} is recorded as answered, but its reply holds no answer.");
    }

    private static ModelTotals Count(ModelRole role, int planned, ScoredRun scored, Dictionary<TrialKey, bool> finished)
    {
        int Of(ScoreVerdict verdict) => scored.Scores.Count(score => score.Key.Role == role && score.Verdict == verdict);
        var done = finished.Where(entry => entry.Key.Role == role).ToList();
        var errors = done.Count(entry => !entry.Value);
        return new ModelTotals(role, planned, Of(ScoreVerdict.Right), Of(ScoreVerdict.Wrong), Of(ScoreVerdict.Undecided), errors, planned - done.Count, Of(ScoreVerdict.Unscored));
    }

    private static IEnumerable<TrialKey> KeysOf(RunMaterial material) => material.Cases.SelectMany(entry => KeysOf(entry.Case.Id, material.Configuration.Repeats));

    private static IEnumerable<TrialKey> KeysOf(string caseId, int repeats) =>
        new[] { ModelRole.Baseline, ModelRole.Candidate }.SelectMany(role => Enumerable.Range(1, repeats).Select(repeat => new TrialKey(caseId, role, repeat)));

    private static string HashTrials(ScoredRun scored, List<Attempt> last)
    {
        var scores = scored.Scores.ToDictionary(score => score.Key);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var attempt in last)
        {
            var key = new TrialKey(attempt.CaseId, attempt.Role, attempt.Repeat);
            hash.AppendData(scores.TryGetValue(key, out var score) ? CanonicalJson.Write(score) : CanonicalJson.Write(new { key, attempt.Fault }));
            hash.AppendData("\n"u8);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private sealed record ScoredCase(List<TrialScore> Scores, SuiteLikeness? Likeness, List<string> Faults);

    private sealed record ScoredTrials(
        RunMaterial Material, long LastInput, ScoredRun Scored, Dictionary<TrialKey, List<Attempt>> Attempts, Dictionary<TrialKey, bool> Finished);
}
