namespace ValidationWorkbench.Pdf.Checks;

/// <summary>The rules of what is said beside a signature.</summary>
internal static class SignatureCheck
{
    private const int Largest = 60_000;

    public static void Verify(PdfSignature signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        TextCheck.VerifyTitle(signature.Name, "Signature, name");
        TextCheck.VerifyLine(signature.Name, "Signature, name");
        TextCheck.VerifyLine(signature.Reason, "Signature, reason");
        Require.That(signature.Capacity is >= 1 and <= Largest, "Signature", $"room is asked for {signature.Capacity} bytes; 1 to {Largest} are allowed");
        Require.That(signature.Sign is not null, "Signature", $"there is nothing that signs");
    }
}
