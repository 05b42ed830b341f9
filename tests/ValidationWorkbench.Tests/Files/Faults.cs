using System.Text;
using ValidationWorkbench.Files;
using Xunit;

namespace ValidationWorkbench.Tests.Files;

/// <summary>What is wrong with an input, in the words that a user reads.</summary>
internal static class Faults
{
    /// <summary>The faults that reading throws, one text each.</summary>
    public static string[] Of(Action read) => [.. Assert.Throws<InputException>(read).Faults.Select(fault => fault.ToString())];

    /// <summary>The one fault that reading throws.</summary>
    public static string OnlyOf(Action read) => Assert.Single(Of(read));

    public static TextFile Text(string name, string text) => TextFile.Parse(name, Encoding.UTF8.GetBytes(text), TextFile.LargestCaseFile);

    /// <summary>The text with one place changed; the place must stand there exactly once, else the test would break something else.</summary>
    public static string Change(string text, string from, string to)
    {
        Assert.Equal(2, text.Split(from).Length);
        return text.Replace(from, to, StringComparison.Ordinal);
    }
}
