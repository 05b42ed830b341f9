namespace ValidationWorkbench.Models;

/// <summary>An image that goes with a question.</summary>
/// <param name="MediaType">Such as <c>image/png</c>.</param>
/// <param name="Bytes">The file.</param>
public sealed record RequestImage(string MediaType, byte[] Bytes);
