using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ValidationWorkbench.Storage;

namespace ValidationWorkbench.UseCases;

/// <summary>Finds the assessment of a run that is to be documented.</summary>
internal static class DocumentedAssessment
{
    /// <summary>The assessment.</summary>
    /// <param name="records">The records.</param>
    /// <param name="runId">The run.</param>
    /// <param name="number">Its number; null for the latest by the plan frozen with the run.</param>
    /// <exception cref="InputException">There is none.</exception>
    public static AssessmentEntry Find(RecordsFolder records, string runId, int? number)
    {
        var plan = RunMaterial.ReadConfiguration(records, RunMaterial.FindRun(records, runId)).Plan.Sha256;
        using var context = records.CreateReader();
        var all = context.Assessments.AsNoTracking().Where(entry => entry.RunId == runId).OrderBy(entry => entry.Number).ToList();
        return number is null
            ? all.LastOrDefault(entry => entry.PlanSha256 == plan) ?? throw new InputException(runId, $"is not assessed yet; `validate --resume {runId}` finishes it.")
            : all.SingleOrDefault(entry => entry.Number == number)
            ?? throw new InputException("--assessment", $"run {runId} has {(all.Count == 0 ? "no assessment" : string.Create(CultureInfo.InvariantCulture, $"assessments 1 to {all.Count}"))}.");
    }
}
