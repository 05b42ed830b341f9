using ValidationWorkbench.Files;

namespace ValidationWorkbench.Tests.Files;

/// <summary>Valid case sets of both tasks, for tests that break one line of them.</summary>
internal static class SmallCaseSet
{
    public const string Categorization = """
        format: validation-workbench/case-set/1
        id: small
        title: Small set
        task: categorization
        cases:
          - id: C-1
            title: One category
            strata:
              system: lims
            origin: human
            verifiedBy: [Ada, Ben]
            expected:
              category: 4
            rationale: It is configured.
            text: Workflows are configured.
          - id: C-2
            title: Two categories
            strata: {}
            origin: historical
            verifiedBy: []
            expected:
              anyOf: [3, 4]
            rationale: Both can be defended.
            text: Limits are entered.
          - id: C-3
            title: A hybrid
            strata: {}
            origin: ai-drafted
            verifiedBy: [Ada]
            expected:
              components:
                - name: the scheduler
                  category: 5
                - name: the database
                  category: 1
            rationale: One part is bespoke.
            text: We wrote the scheduler; the database is bought.

        """;

    public const string Oq = """
        format: validation-workbench/case-set/1
        id: small-oq
        title: Small OQ set
        task: oq-generation
        cases:
          - id: Q-1
            title: Listed requirements
            strata: {}
            origin: human
            verifiedBy: []
            category: 4
            rationale: The lock must be challenged.
            text: Accounts are locked.
            requirements:
              - id: R-1
                text: The account shall lock after 5 attempts.
              - id: R-2
                text: The session shall lock after 15 minutes.
            mustHave:
              - requirement: R-1
                check: Five wrong passwords lock the account.
                terms: ["5|five", lock]

        """;

    public static string[] FaultsOf(string text, Func<string, TextFile>? readDocument = null) => Faults.Of(() => Parse(text, readDocument));

    public static CaseSetFile Parse(string text, Func<string, TextFile>? readDocument = null) =>
        CaseSetFile.Parse(Faults.Text("cases.yaml", text), readDocument ?? (name => throw new InputException(name, "does not exist.")),
            name => throw new InputException(name, "does not exist."));
}
