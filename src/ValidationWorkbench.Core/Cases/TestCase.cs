namespace ValidationWorkbench.Cases;

/// <summary>One question with its expected answer and where that answer comes from.</summary>
public sealed record TestCase
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Stratum tags: dimension to value.</summary>
    public required IReadOnlyDictionary<string, string> Strata { get; init; }

    public required CaseOrigin Origin { get; init; }

    /// <summary>Persons who verified the expected answer, none to two.</summary>
    public required IReadOnlyList<string> VerifiedBy { get; init; }

    /// <summary>Expected answer of a categorization case; null for an OQ case.</summary>
    public ExpectedCategory? Expected { get; init; }

    /// <summary>GAMP category stated to the model in an OQ case; null for a categorization case.</summary>
    public int? Category { get; init; }

    /// <summary>One line: why the expected answer is right.</summary>
    public required string Rationale { get; init; }

    /// <summary>The description given to the model, unless <see cref="Document"/> names a file that holds it.</summary>
    public string? Text { get; init; }

    /// <summary>Path of a plain document (.md, .txt) beside the case file, in place of <see cref="Text"/>.</summary>
    public string? Document { get; init; }

    /// <summary>Paths of images (.png, .jpg, .jpeg) beside the case file, sent after the text in this order.</summary>
    public IReadOnlyList<string> Images { get; init; } = [];

    /// <summary>The images themselves.</summary>
    public IReadOnlyList<CaseImage> Pictures { get; private init; } = [];

    /// <summary>Functions that the model may ask for. An answer that only does so is none.</summary>
    public IReadOnlyList<CaseTool> Tools { get; init; } = [];

    /// <summary>Requirements of an OQ case; where there are none here, they are read from the text.</summary>
    public IReadOnlyList<CaseRequirement> Requirements { get; init; } = [];

    public IReadOnlyList<MustHaveCheck> MustHave { get; init; } = [];

    /// <summary>True where the requirements were read from the text, so that the prompt need not list them again.</summary>
    public bool RequirementsInText { get; private init; }

    /// <summary>The case with its images.</summary>
    public TestCase With(IReadOnlyList<CaseImage> pictures) => this with { Pictures = pictures };

    /// <summary>The case with the requirements that its text holds.</summary>
    public TestCase WithRequirementsOfText() => this with
    {
        Requirements = [.. RequirementLine.ReadAll(Text ?? string.Empty).Select(line => new CaseRequirement { Id = line.Id, Text = line.Text })],
        RequirementsInText = true,
    };
}
