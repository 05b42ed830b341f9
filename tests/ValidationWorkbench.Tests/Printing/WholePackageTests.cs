using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ValidationWorkbench.Documents;
using ValidationWorkbench.Storage;
using ValidationWorkbench.Tests.Architecture;
using ValidationWorkbench.Tests.Cli;
using ValidationWorkbench.Tests.Files;
using ValidationWorkbench.Tests.Pdf;
using ValidationWorkbench.Tests.Pdf.Conformance;
using ValidationWorkbench.UseCases;
using Xunit;

namespace ValidationWorkbench.Tests.Printing;

/// <summary>Every document of whole runs, read by programs of others and by the checker of these tests.</summary>
public sealed class WholePackageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [PdfProgramTheory]
    [InlineData(null)]
    [InlineData(300)]
    public async Task Every_document_of_a_run_is_clean_to_every_reader_and_says_what_it_was_made_of(int? cases)
    {
        var package = await RunAsync(cases);
        var contents = await ContentsAsync(Path.GetFileName(package));
        var files = Directory.GetFiles(package, "*.pdf");

        Assert.Equal(contents.Keys.Order(StringComparer.Ordinal), files.Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal));
        var faults = files.SelectMany(file => Faults(file, contents[Path.GetFileNameWithoutExtension(file)]).Select(fault => $"{Path.GetFileName(file)}: {fault}"));
        Assert.Equal(string.Empty, string.Join('\n', faults));
    }

    private static IEnumerable<string> Faults(string file, ControlledDocument content)
    {
        var bytes = File.ReadAllBytes(file);
        var structure = PdfProgram.Run("qpdf", "--check", file);
        if (structure.ExitCode != 0 || structure.Output.Contains("WARNING", StringComparison.Ordinal) || structure.Error.Length > 0)
        {
            yield return $"qpdf: {structure}";
        }

        var info = PdfProgram.Run("pdfinfo", file);
        if (info.ExitCode != 0 || info.Error.Length > 0 || !Regex.IsMatch(info.Output, @"^Tagged: +yes$", RegexOptions.Multiline))
        {
            yield return $"pdfinfo: {info}";
        }

        // Name, type and encoding; then embedded, subset, ToUnicode, and the object.
        var fonts = PdfProgram.Run("pdffonts", file);
        var rows = fonts.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
        if (fonts.ExitCode != 0 || fonts.Error.Length > 0 || rows.Count == 0 || !rows.TrueForAll(row => Regex.IsMatch(row, @" yes yes yes +\d+ +\d+$")))
        {
            yield return $"pdffonts: {fonts}";
        }

        var objects = PdfProgram.Run("mutool", "info", file);
        if (objects.ExitCode != 0 || Regex.IsMatch(objects.Output + objects.Error, "error|warning", RegexOptions.IgnoreCase))
        {
            yield return $"mutool: {objects}";
        }

        var text = PdfProgram.Run("pdftotext", "-raw", file, "-");
        if (text.ExitCode != 0 || text.Error.Length > 0 || Squeeze(text.Output) != Squeeze(string.Concat(new PdfReading(bytes).Text)))
        {
            yield return $"pdftotext: exit code {text.ExitCode}, {text.Error} or another text than the one drawn";
        }

        foreach (var fault in Absent(Squeeze(text.Output), content).Concat(Requirement.Missed(bytes)))
        {
            yield return fault;
        }
    }

    /// <summary>Words of the document that the text does not have in their order; what surrounds a page stands in between.</summary>
    private static IEnumerable<string> Absent(string text, ControlledDocument content)
    {
        var place = text.IndexOf(Squeeze(Texts(content.Parts[0]).First()), StringComparison.Ordinal);
        foreach (var word in content.Parts.SelectMany(Texts).SelectMany(part => part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
        {
            var found = text.IndexOf(word, place, StringComparison.Ordinal);
            if (found < 0)
            {
                yield return $"\"{word}\" is not in the text after \"{text[Math.Max(0, place - 80)..place]}\"";
                yield break;
            }

            place = found + word.Length;
        }
    }

    private static IEnumerable<string> Texts(ContentPart part) => part switch
    {
        HeadingPart heading => [heading.Text],
        ParagraphPart paragraph => paragraph.Runs.Select(run => run.Text),
        CodePart code => [code.Text],
        ListPart list => list.Items.SelectMany(item => item.Select(run => run.Text)),
        FactsPart facts => facts.Facts.SelectMany(fact => new[] { fact.Name, fact.Value }),
        NoticePart notice => [notice.Title, notice.Text],
        TablePart table => [table.Caption, .. table.Columns.Select(column => column.Title), .. table.Rows.SelectMany(row => row)],
        SignaturePart signatures => [signatures.Caption, .. signatures.Lines.SelectMany(line => new[] { line.Name, line.Role })],
        FigurePart figure => [figure.Caption],
        _ => throw new ArgumentException($"{part.GetType().Name} is not read here.", nameof(part)),
    };

    private async Task<string> RunAsync(int? cases)
    {
        var command = new CommandRun { NewId = Guid.NewGuid, Clock = TimeProvider.System };
        List<string> arguments =
        [
            "--model", "gpt-oss-120b", "--plan", Path.Combine(SourceTree.Root, "validation-plan.yaml"), "--repeats", "3",
            "--records", folder.PathOf("records"), "--out", folder.PathOf("packages"),
        ];
        if (cases is { } count)
        {
            Assert.Equal(0, (await command.RunAsync("cases", "generate", "--count", $"{count}", "--out", folder.PathOf("cases"))).ExitCode);
            arguments.AddRange(["--cases", folder.PathOf("cases"), "--reason", "to see a run of this size"]);
        }

        var (_, _, error) = await command.RunAsync([.. arguments]);
        Assert.Equal(string.Empty, error);
        return Assert.Single(Directory.GetDirectories(folder.PathOf("packages")));
    }

    /// <summary>What the documents were made of, by their names.</summary>
    private async Task<Dictionary<string, ControlledDocument>> ContentsAsync(string runId)
    {
        await using var records = RecordsFolder.OpenForReading(folder.PathOf("records"));
        using var context = records.CreateReader();
        await using var provider = new ServiceCollection().AddWorkbench(TimeProvider.System, CommandRun.TestHost, Guid.NewGuid, _ => null).AddSingleton(records)
            .BuildServiceProvider();
        var assessment = await context.Assessments.SingleAsync(entry => entry.RunId == runId);
        var (assessed, facts) = provider.GetRequiredService<PackageRenderer>().Gather(assessment, long.MaxValue);
        var data = DocumentData.Of(facts);
        return assessed.Templates.Value.Templates.ToDictionary(template => template.Kind.Name, template => DocumentComposer.Compose(template.Fill(data), facts));
    }

    private static string Squeeze(string text) => Regex.Replace(text, @"\s+", string.Empty);
}
