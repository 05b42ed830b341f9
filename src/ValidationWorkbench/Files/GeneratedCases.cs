using System.Globalization;
using System.Text;
using Bogus;

namespace ValidationWorkbench.Files;

/// <summary>
/// Made-up categorization cases in any number, for load tests: the facts of each category in changing words around invented names. The same
/// seed gives the same files.
/// </summary>
public static class GeneratedCases
{
    private const int CasesPerFile = 500;

    private static readonly string[] Systems = ["lims", "mes", "erp", "historian", "document-management", "training-management", "warehouse-management", "chromatography-data-system", "pharmacovigilance", "clinical-data-capture", "building-management", "quality-management"];

    private static readonly (int Category, string[] Facts)[] Facts =
    [
        (1, ["The operating system is installed from the vendor's image and patched monthly.", "The relational database engine serves several applications and holds no business logic.", "Virtual machines are provided by the hypervisor cluster.", "No business process runs on this platform itself."]),
        (3, ["The package is used as supplied, without any change.", "Only user accounts, limits and the report header are entered at installation.", "Neither workflows nor calculations can be altered by the site.", "The supplier delivers one standard version to all customers."]),
        (4, ["The supplier's configuration tools are used to set up workflows and forms of the site.", "Roles, approval steps and electronic forms are configured to the business process.", "The product code remains unchanged.", "Calculations are set up with the standard formula editor of the product."]),
        (5, ["The application was developed for this site and its source code is owned by us.", "Scripts written by our engineers calculate the release value.", "A bespoke interface was programmed to transfer the results.", "Every function is specified, coded and reviewed in this project."]),
    ];

    private static readonly string[] Fillers =
    [
        "The system is used by {0} in {1} during every shift and supports the documentation of daily work.",
        "Records are kept for {2} years and reviewed by Quality Assurance before release.",
        "An audit trail shows who changed which value, when and why.",
        "{0} is responsible for access rights, which are reviewed every {3} months.",
        "A backup is made each night and restored for test purposes every {3} months.",
        "The response time for {2} users at the same time shall stay below {3} seconds.",
        "Training is recorded before a person is given access in {1}.",
        "The supplier was assessed by a questionnaire in {1}; no critical observation is open.",
    ];

    /// <summary>Writes the files and returns their paths.</summary>
    /// <exception cref="InputException">The folder cannot be written or holds case files already.</exception>
    public static IReadOnlyList<string> Write(int count, int seed, string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            if (Directory.EnumerateFiles(folder, "*.yaml").Any())
            {
                throw new InputException(folder, "holds YAML files already; name an empty folder.");
            }

            var faker = new Faker("en") { Random = new Randomizer(seed) };
            var files = new List<string>();
            for (var first = 1; first <= count; first += CasesPerFile)
            {
                var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"generated-{files.Count + 1:D4}.yaml"));
                File.WriteAllText(path, WriteSet(faker, files.Count + 1, first, Math.Min(CasesPerFile, count - first + 1)));
                files.Add(path);
            }

            return files;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(folder, $"cannot be written: {exception.Message}");
        }
    }

    private static string WriteSet(Faker faker, int number, int first, int count)
    {
        var yaml = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"""
            format: validation-workbench/case-set/1
            id: generated-{number:D4}
            title: Generated cases for load tests, part {number}
            task: categorization
            cases:

            """));
        for (var i = first; i < first + count; i++)
        {
            yaml.Append(WriteCase(faker, i));
        }

        return yaml.ToString();
    }

    private static string WriteCase(Faker faker, int number)
    {
        var (category, facts) = Facts[number % Facts.Length];
        var system = faker.PickRandom(Systems);
        var name = $"{faker.Hacker.Noun()} {faker.Hacker.Noun()} system {faker.Random.AlphaNumeric(4).ToUpperInvariant()}";
        var sentences = faker.Random.Shuffle(facts.Take(3).Concat(faker.PickRandom(Fillers, 6).Select(filler => Fill(filler, faker))));
        return string.Create(CultureInfo.InvariantCulture, $"""
              - id: GEN-{number:D6}
                title: "{name}"
                strata:
                  system: {system}
                  shape: generated
                origin: ai-drafted
                verifiedBy: []
                expected:
                  category: {category}
                rationale: Generated from the facts of category {category}.
                text: |
                  The {name} is planned for {faker.Company.CompanyName().Replace(",", string.Empty, StringComparison.Ordinal)} in {faker.Address.City()}. {string.Join(' ', sentences)}

            """);
    }

    private static string Fill(string filler, Faker faker) => string.Format(
        CultureInfo.InvariantCulture, filler, faker.Name.JobTitle(), faker.Address.City(), faker.Random.Int(2, 30), faker.Random.Int(2, 12));
}
