using ValidationWorkbench.Files;
using ValidationWorkbench.Plans;
using ValidationWorkbench.Printing;

namespace ValidationWorkbench.UseCases;

/// <summary>Opens the certificate that a plan names for the documents of its runs.</summary>
/// <param name="readVariable">Reads an environment variable.</param>
/// <param name="timeProvider">Tells whether the certificate is valid now.</param>
internal sealed class PlanCertificate(Func<string, string?> readVariable, TimeProvider timeProvider)
{
    /// <summary>Shows that the certificate could sign now, before anything is spent.</summary>
    /// <exception cref="InputException">It could not, with the line of the plan.</exception>
    public void Check(PlanFile plan)
    {
        using var certificate = Open(plan, out _);
    }

    /// <summary>The certificate, and a signer that uses it now; null for both where the plan names none.</summary>
    /// <exception cref="InputException">It cannot be used, with the line of the plan.</exception>
    public DocumentCertificate? Open(PlanFile plan, out PackageSigner? signer)
    {
        ArgumentNullException.ThrowIfNull(plan);
        signer = null;
        if (plan.Plan.Signing is not { } signing)
        {
            return null;
        }

        DocumentCertificate? certificate = null;
        try
        {
            certificate = DocumentCertificate.Load(DiskPath.FromHome(signing.Certificate), PasswordOf(plan.File, signing));
            signer = PackageSigner.With(certificate, timeProvider.GetUtcNow());
            return certificate;
        }
        catch (InputException exception) when (exception.Faults[0].Line == 0)
        {
            certificate?.Dispose();
            var fault = exception.Faults[0];
            throw Fault(plan.File, "signing.certificate", $"{fault.File}: {fault.Message}");
        }
    }

    private string? PasswordOf(TextFile file, SigningPlan signing) => signing.PasswordVariable is not { } variable ? null
        : readVariable(variable) is { Length: > 0 } password ? password
        : throw Fault(file, "signing.passwordVariable",
            $"the environment variable {variable} is not set; it must hold the password of {signing.Certificate}.");

    private static InputException Fault(TextFile file, string path, string message)
    {
        var (_, source) = YamlSource.Read<ValidationPlan>(file);
        source.Add(path, message);
        return new InputException(source.Faults);
    }
}
