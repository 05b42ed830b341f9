using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ValidationWorkbench.Files;

namespace ValidationWorkbench.Specs.Drivers;

/// <summary>Writes a small plan with its cases, prompts and templates, and keeps their hashes in step.</summary>
public sealed class PlanDriver(string folder)
{
    public const string Candidate = "sim-b";

    private string limit = "0.95";
    private string errorRate = "0";
    private bool critical;
    private string candidateModel = "provider: simulated";
    private string profiles = string.Empty;
    private string pin = string.Empty;

    /// <summary>Path of the case file.</summary>
    public string CaseFile => Path.Combine(folder, "cases.yaml");

    /// <summary>Path of the plan.</summary>
    public string PlanFile => Path.Combine(folder, "plan.yaml");

    /// <summary>Writes everything.</summary>
    public void Write(int cases, string accuracyLimit, bool wrong)
    {
        (limit, errorRate) = (accuracyLimit, wrong ? "1" : "0");
        WriteCases(cases);
        var shipped = ShippedFiles.Folder;
        Directory.CreateDirectory(Path.Combine(folder, "templates", "prompts"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(shipped, "templates"), "*", SearchOption.AllDirectories))
        {
            File.Copy(file, Path.Combine(folder, Path.GetRelativePath(shipped, file)), overwrite: true);
        }

        WritePlan();
    }

    /// <summary>Declares the use critical.</summary>
    public void MakeCritical()
    {
        critical = true;
        WritePlan();
    }

    /// <summary>Puts the candidate behind an endpoint.</summary>
    public void PutCandidateBehind(string endpoint, string? keyVariable)
    {
        candidateModel = $"provider: custom\n    endpoint: {endpoint}{(keyVariable is null ? string.Empty : $"\n    keyVariable: {keyVariable}")}";
        WritePlan();
    }

    /// <summary>Makes the candidate a plugin, whose file lies beside the plan.</summary>
    public void PutCandidateInto(string plugin, string sha256)
    {
        candidateModel = $"provider: plugin\n    plugin: {{ assembly: {plugin}, sha256: {sha256}, type: ValidationWorkbench.SamplePlugin.SampleChatClient, settings: {{ category: \"3\" }} }}";
        WritePlan();
    }

    /// <summary>Adds a deployment profile.</summary>
    public void AddProfile(string name, string content, bool isDefault)
    {
        profiles = $"{(profiles.Length == 0 ? "profiles:\n" : profiles)}  {name}: {{ {content} }}\n";
        pin += isDefault ? $"defaultProfile: {name}\n" : string.Empty;
        WritePlan();
    }

    /// <summary>Adds the section that pins a recording.</summary>
    public void Pin(string section)
    {
        pin = $"{section.TrimEnd()}\n";
        WritePlan();
    }

    /// <summary>Writes the plan again, with the hashes of the files as they are now.</summary>
    public void WritePlan() => File.WriteAllText(PlanFile, $$"""
        format: validation-workbench/plan/1
        id: VP-SPEC
        title: A plan for a scenario
        version: "1"
        organisation: Spec Pharma
        contextOfUse:
          purpose: Propose a category.
          critical: {{(critical ? "true" : "false")}}
          reviewedBy: a validation specialist
          inScope: [descriptions]
          outOfScope: [releases]
        models:
          - name: sim-a
            provider: simulated
            model: sim-a
          - name: {{Candidate}}
            {{candidateModel}}
            model: sim-b{{(candidateModel.Contains("simulated", StringComparison.Ordinal) ? $"\n    profile: {{ systematicErrorRate: {errorRate} }}" : string.Empty)}}
        baseline: sim-a
        candidates: [{{Candidate}}]
        prompts:
          categorization: { path: templates/prompts/categorization.md, sha256: {{HashOf("templates/prompts/categorization.md")}} }
          oqGeneration: { path: templates/prompts/oq-generation.md, sha256: {{HashOf("templates/prompts/oq-generation.md")}} }
        caseSets:
          - { path: cases.yaml, sha256: {{HashOf("cases.yaml")}} }
        repeats: 3
        seed: 7
        execution: { concurrency: 4, maxAttempts: 1, maxErrorShare: 0.05 }
        requirements:
          - { id: URS-1, text: The category shall be right., rationale: Needed., risk: high, verifiedBy: criterion }
        criteria:
          - { id: AC-1, kind: accuracy, requirement: URS-1, severity: major, unit: case, method: clopper-pearson, limit: {{limit}}, confidence: 0.95 }
        documents:
          validation-master-plan: { number: VMP-1, version: "1" }
          user-requirements: { number: URS-D-1, version: "1" }
          validation-report: { number: VR-1, version: "1" }
        signatories:
          - { name: to be named, role: Quality Assurance, meaning: approved }{{(profiles.Length + pin.Length == 0 ? string.Empty : $"\n{profiles}{pin}")}}
        """);

    /// <summary>Cases whose texts leave no doubt, so that the simulated model has them right unless its profile makes it err.</summary>
    private void WriteCases(int count)
    {
        var yaml = new StringBuilder("format: validation-workbench/case-set/1\nid: spec-cases\ntitle: Cases for a scenario\ntask: categorization\ncases:\n");
        for (var i = 1; i <= count; i++)
        {
            yaml.Append(CultureInfo.InvariantCulture, $"""
                  - id: SPEC-{i:D3}
                    title: Balance {i}
                    strata: {"{ system: laboratory-instrument }"}
                    origin: human
                    verifiedBy: []
                    expected: {"{ category: 3 }"}
                    rationale: Used as supplied.
                    text: Balance {i} is commercial off-the-shelf software, used as supplied without modification or configuration; only user accounts are entered.

                """);
        }

        File.WriteAllText(CaseFile, yaml.ToString());
    }

    private string HashOf(string name) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, name))));
}
