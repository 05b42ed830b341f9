namespace ValidationWorkbench.Files;

/// <summary>What names and ids may be made of, since they become parts of file names, tables and reports.</summary>
internal static class Names
{
    public const string Pattern = @"\A[A-Za-z0-9][A-Za-z0-9._/:@+-]{0,99}\z";

    public const string Allowed = "1 to 100 letters, digits or . _ / : @ + - are allowed, beginning with a letter or digit.";

    /// <summary>Stratum dimension or value.</summary>
    public const string Tag = @"\A[a-z0-9][a-z0-9-]{0,49}\z";
}
