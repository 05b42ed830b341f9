using System.Globalization;
using ValidationWorkbench.Cases;
using ValidationWorkbench.Files;
using ValidationWorkbench.Models;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Replay;
using ValidationWorkbench.Runs;

namespace ValidationWorkbench.UseCases;

/// <summary>The recording that a plan pins for its baseline.</summary>
/// <param name="Frozen">What is frozen with a run.</param>
/// <param name="FactsBytes">Bytes of <c>recording.json</c>.</param>
/// <param name="IndexBytes">Bytes of the index.</param>
/// <param name="Folder">Where it lies.</param>
internal sealed record BaselineRecording(FrozenBaseline Frozen, byte[] FactsBytes, byte[] IndexBytes, string Folder)
{
    private const int MostNamed = 20;

    /// <summary>Opens the recording and checks that it answers every case in every repeat as it would be asked now.</summary>
    /// <exception cref="InputException">It is missing, another one, or some cases are not in it.</exception>
    public static BaselineRecording Check(RunInputs inputs, ModelSpec baseline, int repeats)
    {
        var pinned = inputs.Plan.Plan.FrozenBaseline!;
        var folder = Path.GetRelativePath(Environment.CurrentDirectory, Path.Combine(inputs.Plan.Folder, pinned.Path));
        var (cassette, facts, bytes) = Cassette.OpenPinned(folder, pinned.Sha256);
        var missing = inputs.Cases.Where(entry => !Holds(cassette, baseline, entry.Task, entry.Case, inputs.Prompts[entry.Task].Text, repeats))
            .Select(entry => entry.Case.Id).ToList();
        if (missing.Count > 0)
        {
            var others = missing.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and {missing.Count - MostNamed} more")
                : string.Empty;
            throw new InputException(folder, string.Create(CultureInfo.InvariantCulture,
                $"does not hold {baseline.Name}'s answers to {missing.Count} of {inputs.Cases.Count} cases as they would be asked now, in {repeats} repeats: ")
                + $"{string.Join(", ", missing.Take(MostNamed))}{others}. Restore case, prompt or settings, or record the baseline again with `validate baseline record`. No call was made.");
        }

        return new BaselineRecording(new FrozenBaseline(pinned.Sha256, facts.IndexSha256, facts.FirstAt, facts.LastAt, facts.Calls, facts.Tool),
            bytes, cassette.IndexBytes, folder);
    }

    /// <summary>The client of a run whose baseline is frozen.</summary>
    /// <param name="configuration">What was frozen with the run.</param>
    /// <param name="plan">The plan frozen with the run.</param>
    /// <param name="folder">Where the recording lies; null for the plan's path in the current folder.</param>
    /// <exception cref="InputException">It is missing, or another one.</exception>
    public static IModelClient Open(RunConfiguration configuration, ValidationPlan plan, string? folder)
    {
        var place = folder ?? plan.FrozenBaseline!.Path;
        return Directory.Exists(place)
            ? new FrozenBaselineClient(Cassette.OpenPinned(place, configuration.FrozenBaseline!.Sha256).Cassette, configuration.Baseline.Name)
            : throw new InputException("--replay",
                $"this run answers its baseline from a recording, which is not in {place}; name its folder with --replay DIR.");
    }

    private static bool Holds(Cassette cassette, ModelSpec baseline, CaseTask task, TestCase testCase, string instructions, int repeats)
    {
        var request = ChatCompletionRequest.ToBytes(TrialRequest.Of(baseline, task, testCase, instructions, repeat: 1));
        return Enumerable.Range(1, repeats).All(repeat => cassette.FindLast(baseline.Name, request, repeat) is not null);
    }
}
