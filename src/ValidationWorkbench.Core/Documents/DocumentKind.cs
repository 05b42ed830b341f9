using ValidationWorkbench.Plans;

namespace ValidationWorkbench.Documents;

/// <summary>A document that a run issues, as the list of the templates describes it.</summary>
public sealed record DocumentKind
{
    /// <summary>Name in kebab case, such as <c>validation-report</c>; it names template and file.</summary>
    public required string Name { get; init; }

    /// <summary>Title of the document, as its template has it.</summary>
    public string Title { get; private init; } = string.Empty;

    /// <summary>Short form in capitals, such as <c>VR</c>, for numbers that the plan does not give.</summary>
    public required string Abbreviation { get; init; }

    /// <summary>Version of the template.</summary>
    public required string TemplateVersion { get; init; }

    /// <summary>Ids of the sections that the template must have.</summary>
    public required IReadOnlyList<string> Mandatory { get; init; }

    /// <summary>False for a document so short that a table of contents would only hide it.</summary>
    public bool Contents { get; init; } = true;

    /// <summary>True for the document that carries the machine-readable evidence of the run.</summary>
    public bool CarriesEvidence { get; init; }

    /// <summary>The same with the title that its template has.</summary>
    public DocumentKind Titled(string title) => this with { Title = title };

    /// <summary>Number and version that the plan gives it; where it gives none, the plan's id with the abbreviation, and the plan's version.</summary>
    public DocumentNumber NumberIn(ValidationPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Documents.GetValueOrDefault(Name) ?? new DocumentNumber { Number = $"{plan.Id}-{Abbreviation}", Version = plan.Version };
    }
}
