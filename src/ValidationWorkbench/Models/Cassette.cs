using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace ValidationWorkbench.Models;

/// <summary>
/// A recording: <c>requests/HASH.json</c> and <c>replies/HASH.json</c> hold the bytes as they were, <c>index.jsonl</c>, which only grows, says which
/// belong together, <c>recording.json</c> what was recorded. It makes a baseline outlive its provider, and may be kept in a git repository.
/// </summary>
public sealed class Cassette
{
    private readonly string folder;
    private readonly TimeProvider? timeProvider;
    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<(string Model, string Request, int Repeat), List<CassetteEntry>> entries = new();

    private Cassette(string folder, TimeProvider? timeProvider = null) => (this.folder, this.timeProvider) = (folder, timeProvider);

    /// <summary>Number of calls recorded.</summary>
    public int Count => entries.Values.Sum(list => list.Count);

    /// <summary>Identity of the recording: SHA-256 of its index.</summary>
    public string Sha256 => Sha256Hex.Of(File.ReadAllBytes(IndexPath));

    /// <summary>Bytes of the index, which names every request and reply by its hash.</summary>
    public byte[] IndexBytes => File.ReadAllBytes(IndexPath);

    private string IndexPath => Path.Combine(folder, "index.jsonl");

    private string FactsPath => Path.Combine(folder, RecordingFacts.FileName);

    /// <summary>Begins a recording, or goes on with one where a run is resumed.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="timeProvider">Clock for the time of each call.</param>
    /// <param name="goOn">True to go on: a new recording must not be mixed with an old one.</param>
    /// <exception cref="InputException">The folder cannot be written, or holds another recording.</exception>
    public static Cassette OpenForRecording(string folder, TimeProvider timeProvider, bool goOn = false)
    {
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "requests"));
            Directory.CreateDirectory(Path.Combine(folder, "replies"));
            var cassette = new Cassette(folder, timeProvider);
            DropTornLine(cassette.IndexPath);

            // Its bytes are what the hashes name; git must not change line ends in them.
            File.WriteAllText(Path.Combine(folder, ".gitattributes"), "* -text\n");

            cassette.ReadIndex();
            return goOn || cassette.Count == 0 ? cassette : throw new InputException(folder, "holds a recording already; name an empty folder with --record.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(folder, $"cannot be used for a recording: {exception.Message}");
        }
    }

    /// <summary>Opens a recording for playing.</summary>
    /// <exception cref="InputException">There is none, or its index cannot be read.</exception>
    public static Cassette OpenForPlaying(string folder)
    {
        var cassette = new Cassette(folder);
        if (!File.Exists(cassette.IndexPath))
        {
            throw new InputException(folder, "holds no recording (no index.jsonl). Make one with --record DIR.");
        }

        cassette.ReadIndex();
        return cassette;
    }

    /// <summary>Opens a recording that was finished, and only if it is the one that a plan pins.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="sha256">SHA-256 of its <c>recording.json</c>, which in turn names the index.</param>
    /// <exception cref="InputException">There is none, or it is another one.</exception>
    public static (Cassette Cassette, RecordingFacts Facts, byte[] FactsBytes) OpenPinned(string folder, string sha256)
    {
        var cassette = OpenForPlaying(folder);
        if (!File.Exists(cassette.FactsPath))
        {
            throw new InputException(folder, $"holds no finished recording (no {RecordingFacts.FileName}). `validate baseline record` finishes it.");
        }

        var bytes = File.ReadAllBytes(cassette.FactsPath);
        if (Sha256Hex.Of(bytes) is var found && found != sha256)
        {
            throw new InputException(cassette.FactsPath,
                $"has SHA-256 {found}; the plan pins {sha256}. Restore the pinned recording, or issue a new version of the plan.");
        }

        var facts = RecordingFacts.Parse(cassette.FactsPath, bytes);
        return facts.IndexSha256 == cassette.Sha256 ? (cassette, facts, bytes)
            : throw new InputException(cassette.IndexPath,
                $"was altered after it was recorded: its SHA-256 is {cassette.Sha256}, {RecordingFacts.FileName} says {facts.IndexSha256}.");
    }

    /// <summary>Says what was recorded in <c>recording.json</c>; its SHA-256 pins the whole recording.</summary>
    /// <param name="tool">Workbench that recorded.</param>
    /// <param name="models">Models that were asked.</param>
    public (RecordingFacts Facts, byte[] FactsBytes) Finish(string tool, IReadOnlyList<ModelSpec> models)
    {
        var times = entries.Values.SelectMany(list => list).Select(entry => entry.At).OfType<string>().Order(StringComparer.Ordinal).ToList();
        var facts = new RecordingFacts
        {
            Tool = tool,
            FirstAt = times.FirstOrDefault() ?? string.Empty,
            LastAt = times.LastOrDefault() ?? string.Empty,
            Calls = Count,

            // Where a key lies on this machine is nobody's business elsewhere.
            Models = [.. models.Select(model => model.WithoutKeyFiles())],
            IndexSha256 = Sha256,
        };
        var bytes = facts.Write();
        File.WriteAllBytes(FactsPath + ".part", bytes);
        File.Move(FactsPath + ".part", FactsPath, overwrite: true);
        return (facts, bytes);
    }

    /// <summary>True where a recording of this folder was finished.</summary>
    public static bool IsFinished(string folder) => File.Exists(Path.Combine(folder, RecordingFacts.FileName));

    /// <summary>Adds a call.</summary>
    public void Add(string model, int repeat, ModelExchange exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        lock (gate)
        {
            var request = Keep("requests", exchange.RequestBytes);
            var reply = exchange.HttpStatus is null ? null : Keep("replies", exchange.ReplyBytes);
            var list = entries.GetOrAdd((model, request, repeat), _ => []);
            var entry = new CassetteEntry(
                model, request, repeat, list.Count + 1, reply, exchange.HttpStatus, exchange.TransportError, exchange.RetryAfter?.TotalMilliseconds,
                exchange.Latency.TotalMilliseconds, exchange.FirstToken?.TotalMilliseconds, exchange.Headers.Count == 0 ? null : exchange.Headers,
                Microseconds.Write(Microseconds.Of(timeProvider!.GetUtcNow())));
            File.AppendAllText(IndexPath, JsonSerializer.Serialize(entry, JsonSerializerOptions.Web) + "\n");
            list.Add(entry);
        }
    }

    /// <summary>The recorded call; null where the recording has none.</summary>
    /// <exception cref="InputException">A recorded file is missing or was altered.</exception>
    public ModelExchange? Find(string model, byte[] requestBytes, int repeat, int attempt) =>
        entries.TryGetValue((model, Sha256Hex.Of(requestBytes), repeat), out var list) && attempt <= list.Count
            ? Read(list[attempt - 1], requestBytes) : null;

    /// <summary>The last recorded call to a request, which is the one that counted; null where the recording has none.</summary>
    /// <exception cref="InputException">A recorded file is missing or was altered.</exception>
    public ModelExchange? FindLast(string model, byte[] requestBytes, int repeat) =>
        entries.TryGetValue((model, Sha256Hex.Of(requestBytes), repeat), out var list) ? Read(list[^1], requestBytes) : null;

    private ModelExchange Read(CassetteEntry entry, byte[] requestBytes) => new()
    {
        RequestBytes = requestBytes,
        ReplyBytes = entry.ReplySha256 is { } reply ? ReadReply(reply) : [],
        HttpStatus = entry.HttpStatus,
        TransportError = entry.TransportError,
        RetryAfter = entry.RetryAfterMs is { } wait ? TimeSpan.FromMilliseconds(wait) : null,
        Headers = entry.Headers ?? ReplyHeaders.None,
        FirstToken = entry.FirstTokenMs is { } first ? TimeSpan.FromMilliseconds(first) : null,
        Latency = TimeSpan.FromMilliseconds(entry.LatencyMs),
    };

    private byte[] ReadReply(string sha256)
    {
        var path = Path.Combine(folder, "replies", $"{sha256}.json");
        if (!File.Exists(path))
        {
            throw new InputException(path, "is missing from the recording.");
        }

        var bytes = File.ReadAllBytes(path);
        return Sha256Hex.Of(bytes) == sha256 ? bytes : throw new InputException(path, "was altered after it was recorded: its SHA-256 differs from its name.");
    }

    /// <summary>A crash while writing leaves a last line without its end; its call is not part of any run and is asked again.</summary>
    private static void DropTornLine(string indexPath)
    {
        using var index = File.Open(indexPath, FileMode.OpenOrCreate, FileAccess.ReadWrite);
        while (index.Length > 0)
        {
            index.Position = index.Length - 1;
            if (index.ReadByte() == '\n')
            {
                return;
            }

            index.SetLength(index.Length - 1);
        }
    }

    private string Keep(string kind, byte[] bytes)
    {
        var sha256 = Sha256Hex.Of(bytes);
        var path = Path.Combine(folder, kind, $"{sha256}.json");
        if (!File.Exists(path))
        {
            // Written beside and renamed, so that a file under a hash is always whole.
            File.WriteAllBytes(path + ".part", bytes);
            File.Move(path + ".part", path, overwrite: true);
        }

        return sha256;
    }

    private void ReadIndex()
    {
        var number = 0;
        foreach (var line in File.ReadLines(IndexPath))
        {
            number++;
            var entry = Parse(line, number);
            entries.GetOrAdd((entry.Model, entry.RequestSha256, entry.Repeat), _ => []).Add(entry);
        }
    }

    private CassetteEntry Parse(string line, int number)
    {
        try
        {
            if (JsonSerializer.Deserialize<CassetteEntry>(line, JsonSerializerOptions.Web) is { Model: not null } entry
                && Sha256Hex.IsWellFormed(entry.RequestSha256) && (entry.ReplySha256 is null || Sha256Hex.IsWellFormed(entry.ReplySha256)))
            {
                return entry;
            }
        }
        catch (JsonException)
        {
            // Falls through to the one error below.
        }

        throw new InputException(IndexPath, string.Create(CultureInfo.InvariantCulture, $"line {number} is no entry of a recording."));
    }
}
