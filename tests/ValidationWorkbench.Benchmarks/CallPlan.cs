namespace ValidationWorkbench.Benchmarks;

/// <summary>The plan of the measured calls: two models on one endpoint.</summary>
internal static class CallPlan
{
    /// <summary>Writes plan and prompts and returns the path of the plan.</summary>
    public static string Write(string folder, string cases, string address)
    {
        string Pin(string name, string text)
        {
            File.WriteAllText(Path.Combine(folder, name), text);
            return Hash(Path.Combine(folder, name));
        }

        var path = Path.Combine(folder, "plan.yaml");
        File.WriteAllText(path, $$"""
            format: validation-workbench/plan/1
            id: VP-CALLS
            title: Calls
            version: "1"
            organisation: Bench
            contextOfUse: {purpose: Sort systems., critical: false, reviewedBy: a reviewer, inScope: [everything], outOfScope: [nothing]}
            models:
              - {name: old, provider: custom, endpoint: "{{address}}", model: m-old}
              - {name: new, provider: custom, endpoint: "{{address}}", model: m-new}
            baseline: old
            candidates: [new]
            prompts:
              categorization: {path: sort.md, sha256: {{Pin("sort.md", new string('s', 1000))}}}
              oqGeneration: {path: draft.md, sha256: {{Pin("draft.md", "Draft tests.\n")}}}
            caseSets:
              - {path: {{Path.GetRelativePath(folder, cases).Replace('\\', '/')}}, sha256: {{Hash(cases)}}}
            repeats: 5
            seed: 7
            execution: {concurrency: 64, maxAttempts: 3, maxErrorShare: 1, warmUp: true}
            requirements:
              - {id: URS-1, text: The category shall be right., rationale: It matters., risk: high, verifiedBy: criterion}
            criteria:
              - {id: AC-1, kind: accuracy, requirement: URS-1, severity: critical, unit: case, method: clopper-pearson, limit: 0.35, confidence: 0.95}
            documents:
              validation-master-plan: {number: D-1, version: "1"}
              user-requirements: {number: D-2, version: "1"}
              validation-report: {number: D-3, version: "1"}
            signatories:
              - {name: to be named, role: Quality Assurance, meaning: approved}

            """);
        return path;
    }

    private static string Hash(string path) => Sha256Hex.Of(File.ReadAllBytes(path));
}
