using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Models;

/// <summary>
/// Chance of the simulated model: a value that depends on nothing but seed, model name, prompt and the labels of the draw, so that
/// the order of calls and the number of threads do not matter.
/// </summary>
internal readonly record struct SimulatedChance(ulong Key)
{
    private const double UnitsPerBit = 1.0 / (1UL << 53);

    /// <summary>Number in [0,1).</summary>
    public double Unit => (Key >> 11) * UnitsPerBit;

    /// <summary>Chance of everything that repeats of a case have in common: seed, model name and prompt.</summary>
    public static SimulatedChance Of(ulong seed, ModelRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(number, seed);
        hash.AppendData(number);
        foreach (var part in (string[])[request.Model, request.SystemPrompt, request.UserPrompt, request.Schema.Name])
        {
            // The length in front keeps ("ab", "c") and ("a", "bc") apart.
            var bytes = Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteUInt64LittleEndian(number, (ulong)bytes.Length);
            hash.AppendData(number);
            hash.AppendData(bytes);
        }

        return new SimulatedChance(BinaryPrimitives.ReadUInt64LittleEndian(hash.GetHashAndReset()));
    }

    /// <summary>An independent draw under a label.</summary>
    public SimulatedChance For(string label)
    {
        var mixed = Key;
        foreach (var character in label)
        {
            mixed = new SplitMix64(mixed ^ character).Next();
        }

        return new SimulatedChance(new SplitMix64(mixed).Next());
    }

    /// <summary>An independent draw under a number.</summary>
    public SimulatedChance For(int number) => new(new SplitMix64(Key ^ new SplitMix64((ulong)number).Next()).Next());

    /// <summary>True with the given probability.</summary>
    public bool Happens(double probability) => Unit < probability;

    /// <summary>Index in [0,<paramref name="count"/>).</summary>
    public int Index(int count) => (int)(Unit * count);
}
