using MediatR;
using ValidationWorkbench.Files;

namespace ValidationWorkbench.UseCases;

/// <summary>Checks case files and the documents they name, and changes nothing.</summary>
public sealed record CheckCases(IReadOnlyList<string> Paths) : IRequest<CheckedCases>;

/// <summary>Case sets that can be run.</summary>
public sealed record CheckedCases(IReadOnlyList<CaseSetFile> Sets, IReadOnlyList<string> Notes);

internal sealed class CheckCasesHandler : IRequestHandler<CheckCases, CheckedCases>
{
    public Task<CheckedCases> Handle(CheckCases request, CancellationToken cancellationToken)
    {
        var faults = new List<InputFault>();
        var sets = new List<CaseSetFile>();
        foreach (var path in CaseFolder.FilesOf(request.Paths))
        {
            try
            {
                sets.Add(CaseSetFile.Read(path));
            }
            catch (InputException exception)
            {
                faults.AddRange(exception.Faults);
            }
        }

        faults.AddRange(RunInputs.RepeatedCases(sets));
        if (faults.Count > 0)
        {
            throw new InputException(faults);
        }

        var forgotten = CaseFolder.UnnamedDocuments(request.Paths, sets).Select(file => $"{file}: no case names this document; it is not used.");
        return Task.FromResult(new CheckedCases(sets, [.. sets.SelectMany(set => set.Notes), .. forgotten]));
    }
}
