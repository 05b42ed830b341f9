using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace ValidationWorkbench;

/// <summary>SHA-256 as 64 lower-case hex digits, the one form in which hashes are written.</summary>
public static class Sha256Hex
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>True for 64 lower-case hex digits.</summary>
    public static bool IsWellFormed(string text) =>
        text?.Length == 64 && !text.AsSpan().ContainsAnyExcept(Digits);
}
