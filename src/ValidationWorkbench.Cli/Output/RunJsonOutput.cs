using System.Text.Json;
using ValidationWorkbench.UseCases;

namespace ValidationWorkbench.Cli.Output;

/// <summary>The one JSON object of <c>--format json</c>.</summary>
internal static class RunJsonOutput
{
    public static string Write(AssessedRun run, IssuedPackage? package, int exitCode, string? stopReason, Storage.LedgerHead head)
    {
        var total = run.Total;
        return JsonSerializer.Serialize(new
        {
            runId = run.Run.Id,
            outcome = run.Recommendation.Word,
            demonstration = run.Recommendation.IsDemonstration,
            exitCode,
            reasons = run.Recommendation.Reasons,
            demonstrationReasons = run.Recommendation.DemonstrationReasons,
            warnings = run.Recommendation.Warnings,
            tries = new { number = run.Tries.Number, note = run.Tries.Describe() },
            stopReason,
            counts = new { planned = total.Planned, passed = total.Passed, failed = total.Failed, undecided = total.Undecided, error = total.Error, aborted = total.Aborted, unscored = total.Unscored },
            criteria = run.Results.Criteria.Select(criterion => new
            {
                criterion.Id,
                kind = Assessment.CriterionWords.Kebab(criterion.Kind),
                criterion.Stratum,
                severity = Assessment.CriterionWords.Kebab(criterion.Severity),
                criterion.Limit,
                criterion.Confidence,
                criterion.N,
                criterion.Observed,
                criterion.Lower,
                criterion.Upper,
                criterion.Baseline,
                criterion.Verdict,
                criterion.Reason,
            }),
            models = new[] { run.Configuration.Baseline, run.Configuration.Candidate }.Select((model, i) => new
            {
                role = i == 0 ? "baseline" : "candidate",
                model.Name,
                displayName = model.DisplayName,
                provider = Assessment.CriterionWords.Kebab(model.Provider),
                model.Model,
                promptTokens = run.Usage[i].PromptTokens,
                completionTokens = run.Usage[i].CompletionTokens,
                cost = model.Price?.CostOf(run.Usage[i]),
                currency = model.Price?.Currency,
            }),
            resultsSha256 = run.ResultsSha256,
            package = package is null ? null : new { path = package.Folder, files = package.Files.Select(file => new { path = file.Name, sha256 = file.Sha256 }) },
            audit = new { records = head.Records, head = head.Hash, root = head.Root },
        }, JsonOutput.Options);
    }
}
