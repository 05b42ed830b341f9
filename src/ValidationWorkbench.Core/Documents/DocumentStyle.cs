namespace ValidationWorkbench.Documents;

/// <summary>How documents look, as <c>style.yaml</c> of the templates has it.</summary>
public sealed record DocumentStyle
{
    /// <summary>The only value of <see cref="Format"/> that this version reads.</summary>
    public const string CurrentFormat = "validation-workbench/style/1";

    public required string Format { get; init; }

    public required PageSize Page { get; init; }

    /// <summary>The one accent colour, <c>#rrggbb</c>, with a contrast of at least 4.5 to white.</summary>
    public required string Accent { get; init; }

    /// <summary>Text in the place of a logo; null for the organisation of the plan.</summary>
    public string? Logo { get; init; }

    /// <summary>Line at the foot of every page, such as <c>Confidential</c>; null for none.</summary>
    public string? Confidentiality { get; init; }
}
