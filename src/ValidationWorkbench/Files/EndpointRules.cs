using System.Text.Json;

namespace ValidationWorkbench.Files;

/// <summary>What holds for every endpoint that a plan names.</summary>
internal static class EndpointRules
{
    /// <summary>Pattern of the name of an environment variable: strict, so that a key is hardly ever taken for one.</summary>
    public const string KeyVariable = @"\A[A-Z][A-Z0-9_]*\z";

    public const string KeyVariableNeeded = "the name of an environment variable in capitals is needed, never the key itself.";

    public const string KeyFileNeeded = "a full path, or one that begins with ~/, is needed, never the key itself.";

    public const string ModelNeeded = "the model id sent to the endpoint is needed.";

    /// <summary>In seconds.</summary>
    public const int LongestTimeout = 3600;

    public const string TimeoutNeeded = "1 to 3600 seconds are allowed.";

    /// <summary>True for an http or https address without query and user.</summary>
    public static bool IsWebAddress(string? text) => Address(text) is not null;

    /// <summary>True for a web address that nobody else can listen in on: https, or this machine.</summary>
    public static bool IsProtectedAddress(string? text) => Address(text) is { } address && (address.Scheme == "https" || address.IsLoopback);

    /// <summary>True for a path that means the same file wherever the workbench is started.</summary>
    public static bool IsFullPath(string path) => Path.IsPathFullyQualified(path) || path.StartsWith("~/", StringComparison.Ordinal);

    /// <summary>True for the name of a header or setting that usually carries a key.</summary>
    public static bool IsSecret(string name) =>
        name.Equals("authorization", StringComparison.OrdinalIgnoreCase) || name.Equals("key", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("api-key", StringComparison.OrdinalIgnoreCase) || name.EndsWith("apikey", StringComparison.OrdinalIgnoreCase)
        || name.Contains("token", StringComparison.OrdinalIgnoreCase) || name.Contains("secret", StringComparison.OrdinalIgnoreCase)
        || name.Contains("password", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for a path as a plan names a file: relative to it, with forward slashes.</summary>
    public static bool IsRelativePath(string path) => path.Length > 0 && !Path.IsPathRooted(path) && !path.Contains('\\', StringComparison.Ordinal);

    /// <summary>True for a text that holds a JSON object.</summary>
    public static bool IsJsonObject(string? text)
    {
        try
        {
            using var document = JsonDocument.Parse(text!);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static Uri? Address(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Query.Length == 0 && address.UserInfo.Length == 0
            ? address : null;
}
