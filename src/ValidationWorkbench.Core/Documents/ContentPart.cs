namespace ValidationWorkbench.Documents;

/// <summary>A part of a document, from top to bottom.</summary>
public abstract record ContentPart;

/// <summary>A heading; level 1 is a section. Its id is that of the template, or its text in kebab case.</summary>
public sealed record HeadingPart(int Level, string Text) : ContentPart
{
    public string Id { get; init; } = string.Empty;
}

/// <summary>A paragraph.</summary>
public sealed record ParagraphPart(IReadOnlyList<TextRun> Runs) : ContentPart
{
    public static ParagraphPart Plain(string text) => new([new TextRun(text)]);
}

/// <summary>Text that is printed line by line as it stands, in a face of equal widths.</summary>
public sealed record CodePart(string Text) : ContentPart;

/// <summary>A list, numbered or with bullets.</summary>
public sealed record ListPart(bool Numbered, IReadOnlyList<IReadOnlyList<TextRun>> Items) : ContentPart;

/// <summary>A table. Every row has a cell for each column.</summary>
public sealed record TablePart(string Caption, IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : ContentPart
{
    /// <summary>True where rows need room to sign by hand.</summary>
    public bool ForSigning { get; init; }

    /// <summary>True where the columns need the long side of a page.</summary>
    public bool IsWide { get; init; }
}

/// <summary>Lines to sign on. Nobody has signed: a name is printed as that of the person who is to sign, never as a signature.</summary>
/// <param name="Caption">Printed above them.</param>
/// <param name="Lines">Who is to sign in which role, and what the signature will mean.</param>
public sealed record SignaturePart(string Caption, IReadOnlyList<(string Role, string Name, string Meaning)> Lines) : ContentPart
{
    /// <summary>The same as a table with empty cells.</summary>
    public TablePart ToTable() => new(Caption,
        [new("Role", 3), new("Printed name", 3), new("Meaning", 4), new("Signature, its id and short hash", 4), new("Date and time (UTC offset)", 3)],
        [.. Lines.Select(line => (IReadOnlyList<string>)[line.Role, line.Name, line.Meaning, string.Empty, string.Empty])])
    { ForSigning = true };
}

/// <summary>A column of a table.</summary>
/// <param name="Title">Header.</param>
/// <param name="Width">Width relative to the other columns.</param>
/// <param name="Right">True for figures, which are aligned to the right.</param>
public sealed record TableColumn(string Title, double Width, bool Right = false);

/// <summary>Names and values side by side.</summary>
public sealed record FactsPart(IReadOnlyList<(string Name, string Value)> Facts) : ContentPart;

/// <summary>A framed note that must not be overlooked.</summary>
public sealed record NoticePart(string Title, string Text) : ContentPart;

/// <summary>Stands in a template for blocks that are made from the records.</summary>
public sealed record PlaceholderPart(string Name, int Line) : ContentPart;
