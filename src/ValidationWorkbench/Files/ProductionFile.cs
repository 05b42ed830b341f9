using System.Globalization;
using System.Text.Json;
using ValidationWorkbench.Monitoring;
using ValidationWorkbench.Scoring;

namespace ValidationWorkbench.Files;

/// <summary>
/// Answers given in production: comma-separated values with a header line, or one JSON object per line. Known fields are <c>category</c>
/// (required), <c>confidence</c> and <c>at</c>; anything else is refused, because the file is kept as evidence and should hold no more than it needs.
/// </summary>
/// <param name="File">The file.</param>
/// <param name="Answers">Its answers in their order; at least one.</param>
public sealed record ProductionFile(TextFile File, IReadOnlyList<ProductionAnswer> Answers)
{
    private const string Category = "category";
    private const string Confidence = "confidence";
    private const string At = "at";

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">With every fault found, up to a limit.</exception>
    public static ProductionFile Read(string path) => Parse(TextFile.Read(path, TextFile.LargestCaseFile));

    /// <summary>Reads a file whose bytes were read elsewhere.</summary>
    /// <exception cref="InputException">With every fault found, up to a limit.</exception>
    public static ProductionFile Parse(TextFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var faults = new FileFaults(file.Name);
        var answers = IsJson(file) ? ReadLines(file.Text, faults) : ReadRows(file.Text, faults);
        if (answers.Count == 0 && !faults.Any)
        {
            faults.Add(1, 1, "holds no answer; after the header, one line for each answer is needed.");
        }

        faults.ThrowIfAny();
        return new ProductionFile(file, answers);
    }

    private static bool IsJson(TextFile file) => Path.GetExtension(file.Name).ToLowerInvariant() switch
    {
        ".jsonl" or ".ndjson" => true,
        ".csv" => false,
        _ => file.Text.AsSpan().TrimStart().StartsWith("{"),
    };

    private static List<ProductionAnswer> ReadRows(string text, FileFaults faults)
    {
        var answers = new List<ProductionAnswer>();
        var names = new List<string>();
        int category = 0, confidence = 0, at = 0;
        foreach (var row in CsvRow.ReadAll(text, faults.Add).Where(row => !row.IsBlank))
        {
            if (names.Count == 0)
            {
                if (!IsHeader(row, faults))
                {
                    break;
                }

                names = [.. row.Cells.Select(cell => cell.Text.Trim())];
                (category, confidence, at) = (names.IndexOf(Category), names.IndexOf(Confidence), names.IndexOf(At));
            }
            else if (row.Cells.Count != names.Count)
            {
                faults.Add(row.Line, 1, string.Create(CultureInfo.InvariantCulture, $"{row.Cells.Count} cells, but the header has {names.Count}; a value with a comma needs quotation marks, and a decimal number a point."));
            }
            else
            {
                answers.Add(new ProductionAnswer(
                    ProductionValues.Category(row.Cells[category].Text, Place(row.Cells[category], faults)),
                    confidence < 0 ? null : ProductionValues.Confidence(row.Cells[confidence].Text, Place(row.Cells[confidence], faults)),
                    at < 0 ? null : ProductionValues.Time(row.Cells[at].Text, Place(row.Cells[at], faults))));
            }
        }

        return answers;
    }

    private static bool IsHeader(CsvRow row, FileFaults faults)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cell in row.Cells)
        {
            var name = cell.Text.Trim();
            if (name is not (Category or Confidence or At))
            {
                faults.Add(cell.Line, cell.Column, Unknown(name));
            }
            else if (!names.Add(name))
            {
                faults.Add(cell.Line, cell.Column, $"the column \"{name}\" stands there twice.");
            }
        }

        if (!names.Contains(Category))
        {
            faults.Add(row.Line, 1, $"the header has no column \"{Category}\"; the first line names the columns, separated by commas.");
        }

        return !faults.Any;
    }

    private static List<ProductionAnswer> ReadLines(string text, FileFaults faults)
    {
        var answers = new List<ProductionAnswer>();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                ReadLine(line, number, faults, answers);
            }
        }

        return answers;
    }

    private static void ReadLine(string line, int number, FileFaults faults, List<ProductionAnswer> answers)
    {
        void Fault(string message) => faults.Add(number, 1, message);
        try
        {
            using var document = JsonDocument.Parse(line, new JsonDocumentOptions { AllowDuplicateProperties = false });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                Fault("a JSON object on each line is needed.");
                return;
            }

            foreach (var member in document.RootElement.EnumerateObject().Where(member => member.Name is not (Category or Confidence or At)))
            {
                Fault(Unknown(member.Name));
            }

            answers.Add(new ProductionAnswer(
                CategoryOf(document.RootElement, Fault),
                ProductionValues.Confidence(Raw(document.RootElement, Confidence, JsonValueKind.Number, Fault), Fault),
                ProductionValues.Time(Raw(document.RootElement, At, JsonValueKind.String, Fault), Fault)));
        }
        catch (JsonException exception)
        {
            if (StrictJson.DuplicateKey(line) is { } key)
            {
                Fault($"the key \"{key}\" stands there twice.");
                return;
            }

            faults.Add(number, (int)(exception.BytePositionInLine ?? 0) + 1, "not one JSON object; each line holds one.");
        }
        catch (InvalidOperationException)
        {
            Fault("a text with half a surrogate pair, which is no text.");
        }
    }

    /// <summary>A text, a whole number, or null for "undecided", as the reply structure has it.</summary>
    private static string CategoryOf(JsonElement root, Action<string> onFault)
    {
        if (!root.TryGetProperty(Category, out var member))
        {
            onFault($"the key \"{Category}\" is missing.");
            return string.Empty;
        }

        switch (member.ValueKind)
        {
            case JsonValueKind.Null: return ProductionDrift.Undecided;
            case JsonValueKind.Number: return ProductionValues.Category(member.GetRawText(), onFault);
            case JsonValueKind.String: return ProductionValues.Category(member.GetString()!, onFault);
            default: onFault($"\"{Category}\": a number or a text is needed, or null for undecided."); return string.Empty;
        }
    }

    private static string Raw(JsonElement root, string name, JsonValueKind kind, Action<string> onFault)
    {
        if (!root.TryGetProperty(name, out var member) || member.ValueKind == JsonValueKind.Null)
        {
            return string.Empty;
        }

        if (member.ValueKind != kind)
        {
            onFault($"\"{name}\": {(kind == JsonValueKind.Number ? "a number" : "a text")} is needed.");
            return string.Empty;
        }

        return kind == JsonValueKind.Number ? member.GetRawText() : member.GetString()!;
    }

    private static Action<string> Place(CsvCell cell, FileFaults faults) => message => faults.Add(cell.Line, cell.Column, message);

    private static string Unknown(string name) =>
        $"found \"{Excerpts.Cut(name, 60)}\"; allowed: {Category}, {Confidence}, {At}. Leave everything else out: the file is kept as evidence.";
}
