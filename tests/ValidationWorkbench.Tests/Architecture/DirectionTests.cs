using Xunit;

namespace ValidationWorkbench.Tests.Architecture;

/// <summary>Which folder may know which. A folder that is not listed here fails, so that it is thought about.</summary>
public sealed class DirectionTests
{
    private static readonly string[] CoreFolders = ["Statistics", "Texts", "Audit", "Verification", "Plans", "Cases", "Models", "Runs", "Scoring", "Assessment", "Decisions", "Documents", "Monitoring", "Oracles"];

    /// <summary>For each folder of the core the folders of the core that it may name.</summary>
    private static readonly Dictionary<string, string[]> Core = new()
    {
        [""] = [],
        ["Statistics"] = [],
        ["Texts"] = [],
        ["Audit"] = ["Verification"],
        ["Verification"] = [],
        ["Models"] = [],
        ["Cases"] = [],
        ["Plans"] = ["Models"],
        ["Runs"] = ["Statistics", "Audit", "Plans", "Cases", "Models"],
        ["Scoring"] = ["Texts", "Statistics", "Cases", "Models", "Runs"],
        ["Assessment"] = ["Statistics", "Texts", "Runs", "Scoring", "Plans", "Cases", "Models"],
        ["Decisions"] = ["Statistics", "Audit", "Plans", "Cases", "Models", "Runs", "Scoring", "Assessment"],
        ["Documents"] = ["Statistics", "Texts", "Audit", "Plans", "Cases", "Models", "Runs", "Scoring", "Assessment", "Decisions", "Monitoring"],
        ["Monitoring"] = ["Statistics", "Texts", "Plans", "Cases", "Models", "Runs", "Scoring", "Assessment"],
        ["Oracles"] = CoreFolders,
    };

    /// <summary>For each folder of the library the folders of the library that it may name. The core is open to all of them.</summary>
    private static readonly Dictionary<string, string[]> Library = new()
    {
        [""] = ["Behaviors", "Bundles", "Models", "Storage", "UseCases", "Verification"],
        ["Bundles"] = [],
        ["Files"] = [],
        ["Storage"] = [],
        ["Timestamps"] = [],
        ["Verification"] = [],
        ["Models"] = [],
        ["Printing"] = ["Pdf"],
        ["Packaging"] = ["Storage"],
        ["Replay"] = ["Storage"],
        ["Behaviors"] = ["UseCases", "Storage"],
        ["UseCases"] = ["Bundles", "Files", "Storage", "Timestamps", "Verification", "Models", "Printing", "Packaging", "Replay"],
    };

    private static readonly string[] OpenToCli = ["Bundles", "UseCases", "Replay", "Files", "Packaging", "Storage"];

    public static TheoryData<string> CoreSource => Folders("src/ValidationWorkbench.Core");

    public static TheoryData<string> LibrarySource => Folders("src/ValidationWorkbench");

    [Theory]
    [MemberData(nameof(CoreSource))]
    public void The_core_is_layered(string folder)
    {
        var files = SourceFile.In("src/ValidationWorkbench.Core");

        Assert.Contains(folder, Core.Keys);
        Assert.Empty(Strangers(files.Where(file => file.Folder == folder), Types(files), name => name == folder || Core[folder].Contains(name)));
    }

    [Theory]
    [MemberData(nameof(LibrarySource))]
    public void The_adapters_of_the_library_do_not_know_each_other(string folder)
    {
        var files = SourceFile.In("src/ValidationWorkbench");

        Assert.Contains(folder, Library.Keys);
        Assert.Empty(Strangers(files.Where(file => file.Folder == folder), Types(files), name => name == folder || CoreFolders.Contains(name) || Library[folder].Contains(name)));
    }

    [Theory]
    [MemberData(nameof(LibrarySource))]
    public void The_model_clients_are_known_to_use_cases_and_composition_alone(string folder)
    {
        var files = SourceFile.In("src/ValidationWorkbench");
        var clients = files.Where(file => file.Path.StartsWith("src/ValidationWorkbench/Models/", StringComparison.Ordinal) && !file.Path.Contains("/Simulated/", StringComparison.Ordinal))
            .SelectMany(file => file.Types).Append("SimulatedModelClient").ToList();
        var found = files.Where(file => file.Folder == folder).SelectMany(file => clients.Where(file.Mentions).Select(type => $"{file.Path}: {type}"));

        Assert.Contains("HttpModelClient", clients);
        Assert.True(folder == "Models" || Library[folder].Contains("Models") || !found.Any(), string.Join('\n', found));
    }

    [Fact]
    public void The_command_line_uses_use_cases_and_what_they_return()
    {
        // Only the composition root names the PDF writer, for the build id of the tool.
        var files = SourceFile.In("src/ValidationWorkbench.Cli").Where(file => file.Path != "src/ValidationWorkbench.Cli/Program.cs");
        var all = Types([.. SourceFile.In("src/ValidationWorkbench"), .. SourceFile.In("src/ValidationWorkbench.Core")]);

        Assert.Empty(Strangers(files, all, name => name == "Cli" || CoreFolders.Contains(name) || OpenToCli.Contains(name)));
    }

    /// <summary>A checker that uses what wrote the records checks nothing.</summary>
    [Fact]
    public void The_verification_shares_no_code_with_what_writes()
    {
        string[] writing =
        [
            "AuditRecordBytes", "AuditRecordReader", "AuditChain", "AuditRecord", "StoredAuditRecord", "CanonicalJson", "MerkleTree", "CompactRange", "Checkpoint.", "Checkpoint(", "CheckpointWriter", "SignedNote", "NoteKey",
            "InclusionProof", "ConsistencyProof", "Ledger", "StoredTrail", "EvidenceFiles", "AnchorFile", "WorkbenchDbContext", "DatabaseSchema",
        ];
        var files = SourceFile.In("src/ValidationWorkbench.Core/Verification").Concat(SourceFile.In("src/ValidationWorkbench/Verification")).ToList();

        Assert.True(files.Count > 20);
        Assert.Empty(from file in files from word in writing where file.Mentions(word) select $"{file.Path}: {word}");
        Assert.Empty(files.Where(file => file.Code.Contains("using ValidationWorkbench", StringComparison.Ordinal)).Select(file => file.Path));
    }

    [Fact]
    public void The_PDF_writer_knows_nothing_of_ours() =>
        Assert.Empty(Strangers(SourceFile.In("src/ValidationWorkbench.Pdf"), Types(SourceFile.In("src/ValidationWorkbench.Core")), name => name == "Pdf"));

    [Fact]
    public void Only_printing_writes_PDF() => Assert.Equal(
        ["Printing"],
        SourceFile.In("src/ValidationWorkbench").Where(file => file.Namespaces(new Dictionary<string, IReadOnlySet<string>>()).Contains("Pdf")).Select(file => file.Folder).Distinct());

    [Fact]
    public void Every_namespace_follows_its_folder() => Assert.Empty(
        from project in new[] { "ValidationWorkbench.Core", "ValidationWorkbench", "ValidationWorkbench.Pdf", "ValidationWorkbench.Cli" }
        from file in SourceFile.In($"src/{project}")
        let root = project is "ValidationWorkbench.Core" ? "ValidationWorkbench" : project
        where file.Folder.Length > 0 && !file.Code.Contains($"namespace {root}.{file.Folder}", StringComparison.Ordinal) && !file.Code.Contains($"namespace {root};", StringComparison.Ordinal)
        select file.Path);

    private static TheoryData<string> Folders(string project) => new(SourceFile.In(project).Select(file => file.Folder).Distinct());

    private static Dictionary<string, IReadOnlySet<string>> Types(IReadOnlyList<SourceFile> files) =>
        files.GroupBy(file => file.Folder).ToDictionary(group => group.Key, group => (IReadOnlySet<string>)group.SelectMany(file => file.Types).ToHashSet());

    private static IEnumerable<string> Strangers(IEnumerable<SourceFile> files, Dictionary<string, IReadOnlySet<string>> declared, Func<string, bool> isAllowed) =>
        from file in files
        from name in file.Namespaces(declared)
        where !isAllowed(name)
        select $"{file.Path} uses {name}";
}
