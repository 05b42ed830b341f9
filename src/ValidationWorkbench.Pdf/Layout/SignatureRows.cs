namespace ValidationWorkbench.Pdf.Layout;

/// <summary>The table that signatures are printed as.</summary>
internal static class SignatureRows
{
    public static Table Of(SignatureTable signatures) => new(
        [new Column("Name", 25), new Column("Role", 20), new Column("Meaning", 17), new Column("Date and time", 22), new Column("Signature and hash", 24)],
        [.. signatures.Lines.Select(Row)])
    {
        Caption = signatures.Caption,
    };

    private static Row Row(SignatureLine line)
    {
        Cell name = line.Name.Length == 0 ? Blank : new Cell(line.Name) { NamesRow = true };
        return new Row(line.SignedAt is { } moment
            ? [name, line.Role, line.Meaning, moment, new Cell(string.Join('\n', new[] { line.Id, line.Hash }.Where(text => text.Length > 0)), Code: true)]
            : [name, line.Role, line.Meaning, Blank, Blank]);
    }

    private static Cell Blank => new("") { ToWriteOn = true };
}
