using ValidationWorkbench.Files;

namespace ValidationWorkbench.Tests.Files;

/// <summary>A valid plan that has every part once, for tests that break one line of it.</summary>
internal static class SmallPlan
{
    public const string Text = """
        format: validation-workbench/plan/1
        id: VP-1
        title: Small plan
        version: "1.0"
        organisation: Test site
        contextOfUse:
          purpose: Sort systems.
          critical: false
          reviewedBy: a reviewer
          inScope: [URS in English]
          outOfScope: [release without review]
        models:
          - name: old
            provider: custom
            endpoint: http://127.0.0.1:8000/v1
            model: m-old
            keyVariable: OLD_KEY
            timeoutSeconds: 30
            parameters:
              temperature: 0.5
              topP: 0.9
              maxTokens: 100
            connection: { lengthField: max_completion_tokens }
            price:
              inputPerMillion: 0.15
              outputPerMillion: 0.6
              currency: USD
          - name: new
            provider: simulated
            model: m-new
            profile:
              systematicErrorRate: 0.11
              instabilityRate: 0.12
              wordingNoise: 0.13
              omissionRate: 0.14
              malformedRate: 0.15
              failureRate: 0.16
        baseline: old
        candidates: [new]
        prompts:
          categorization:
            path: prompts/categorization.md
            sha256: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
          oqGeneration:
            path: prompts/oq.md
            sha256: bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
        caseSets:
          - path: cases/one.yaml
            sha256: cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc
          - path: cases/two.yaml
            sha256: dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd
        repeats: 3
        seed: 7
        execution:
          concurrency: 4
          maxAttempts: 2
          maxErrorShare: 0.05
          stopAfterConsecutiveErrors: 20
        budgets:
          maxTokens: 1000000
          maxCost: 9.5
          maxMinutes: 45
        requirements:
          - id: URS-1
            text: The category shall be right.
            rationale: Too low a category misleads.
            risk: high
            verifiedBy: criterion
          - id: URS-2
            text: Drafts shall be reviewed.
            rationale: The company is responsible.
            risk: low
            verifiedBy: procedure
        criteria:
          - id: AC-1
            kind: accuracy
            requirement: URS-1
            severity: critical
            unit: case
            method: clopper-pearson
            limit: 0.95
            confidence: 0.97
          - id: AC-2
            kind: latency
            requirement: URS-2
            severity: minor
            unit: call
            method: clopper-pearson
            limit: 0.5
            seconds: 2.5
            confidence: 0.9
          - id: AC-3
            kind: requirement-coverage
            requirement: URS-2
            severity: major
            unit: case
            method: gate
            limit: 1
            confidence: 0.95
          - id: AC-4
            kind: structure-conformance
            requirement: URS-2
            severity: minor
            unit: case
            method: clopper-pearson
            limit: 0.7
            confidence: 0.8
            caseLimit: 0.85
        documents:
          validation-master-plan: {number: D-1, version: "1"}
          user-requirements: {number: D-2, version: "1"}
          validation-report: {number: D-3, version: "1"}
        signatories:
          - name: to be named
            role: Quality Assurance
            meaning: approved

        """;

    /// <summary>The faults of a plan, as a user reads them.</summary>
    public static string[] FaultsOf(string text) => Faults.Of(() => PlanFile.Parse(Faults.Text("plan.yaml", text)));
}
