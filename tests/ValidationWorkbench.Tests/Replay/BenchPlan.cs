using System.Globalization;
using System.Text;
using ValidationWorkbench.Tests.Files;

namespace ValidationWorkbench.Tests.Replay;

/// <summary>Writes a plan with its cases and prompts whose two models live on one endpoint.</summary>
internal static class BenchPlan
{
    public const string Key = "sk-bench-secret-4711";

    /// <summary>Writes all files and returns the path of the plan.</summary>
    public static string Write(TemporaryFolder folder, string endpoint, int cases, Func<string, string>? change, int oqCases = 0)
    {
        string Pin(string name, string text) => Sha256Hex.Of(File.ReadAllBytes(folder.Write(name, text)));
        var sets = $"  - path: cases/bench.yaml\n    sha256: {Pin("cases/bench.yaml", Cases(cases))}";
        if (oqCases > 0)
        {
            sets += $"\n  - path: cases/suites.yaml\n    sha256: {Pin("cases/suites.yaml", OqCases(oqCases))}";
        }

        var plan = Text(endpoint, Pin("prompts/sort.md", "Sort the system.\n"), Pin("prompts/draft.md", "Draft tests.\n"), sets);
        return folder.Write("plan.yaml", change?.Invoke(plan) ?? plan);
    }

    private static string Cases(int count)
    {
        var text = new StringBuilder("format: validation-workbench/case-set/1\nid: bench\ntitle: Bench cases\ntask: categorization\ncases:\n");
        for (var i = 1; i <= count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"""
                  - id: C-{i:D2}
                    title: System {i:D2}
                    strata: {"{}"}
                    origin: human
                    verifiedBy: [Ada, Ben]
                    expected: {"{category: 4}"}
                    rationale: It is configured.
                    text: Workflows of system {i:D2} are configured.

                """);
        }

        return text.ToString();
    }

    private static string OqCases(int count)
    {
        var text = new StringBuilder("format: validation-workbench/case-set/1\nid: suites\ntitle: Suites\ntask: oq-generation\ncases:\n");
        for (var i = 1; i <= count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"""
                  - id: Q-{i:D2}
                    title: System {i:D2}
                    strata: {"{}"}
                    origin: human
                    verifiedBy: [Ada, Ben]
                    category: 4
                    rationale: The lock must be challenged.
                    text: Accounts of system {i:D2} lock.
                    requirements:
                      - id: R-1
                        text: The account shall lock after 5 attempts.

                """);
        }

        return text.ToString();
    }

    private static string Text(string endpoint, string sort, string draft, string caseSets) => $"""
        format: validation-workbench/plan/1
        id: VP-BENCH
        title: Bench
        version: "1"
        organisation: Test site
        contextOfUse:
          purpose: Sort systems.
          critical: false
          reviewedBy: a reviewer
          inScope: [everything]
          outOfScope: [nothing]
        models:
          - name: old
            provider: custom
            endpoint: {endpoint}
            model: m-old
            timeoutSeconds: 20
            price:
              inputPerMillion: 1
              outputPerMillion: 2
              currency: EUR
          - name: new
            provider: custom
            endpoint: {endpoint}
            model: m-new
            keyVariable: BENCH_KEY
            timeoutSeconds: 20
            price:
              inputPerMillion: 3
              outputPerMillion: 4
              currency: EUR
        baseline: old
        candidates: [new]
        prompts:
          categorization:
            path: prompts/sort.md
            sha256: {sort}
          oqGeneration:
            path: prompts/draft.md
            sha256: {draft}
        caseSets:
        {caseSets}
        repeats: 1
        seed: 7
        execution:
          concurrency: 1
          maxAttempts: 3
          maxErrorShare: 0
          stopAfterConsecutiveErrors: 100
          warmUp: false
        requirements:
          - id: URS-1
            text: The category shall be right.
            rationale: It matters.
            risk: high
            verifiedBy: criterion
        criteria:
          - id: AC-1
            kind: accuracy
            requirement: URS-1
            severity: critical
            unit: case
            method: clopper-pearson
            limit: 0.35
            confidence: 0.95
        documents:
          validation-master-plan: {"{number: D-1, version: \"1\"}"}
          user-requirements: {"{number: D-2, version: \"1\"}"}
          validation-report: {"{number: D-3, version: \"1\"}"}
        signatories:
          - name: to be named
            role: Quality Assurance
            meaning: approved

        """;
}
