using ValidationWorkbench.Statistics;

namespace ValidationWorkbench.Monitoring;

/// <summary>The one confirmatory test of a category mix.</summary>
/// <param name="Method">Test that gave p.</param>
/// <param name="Merged">Labels that were put together for it.</param>
/// <param name="ChiSquare">Statistic of the chi-square test on the table that was tested; null for none.</param>
/// <param name="DegreesOfFreedom">Its degrees of freedom.</param>
/// <param name="P">p of the method; null where nothing was tested.</param>
/// <param name="G">Likelihood ratio statistic of the same table, for display.</param>
/// <param name="CramersV">Size of the effect in [0,1] over all categories, for display.</param>
public sealed record MixTest(MixMethod Method, IReadOnlyList<string> Merged, double? ChiSquare, int DegreesOfFreedom, double? P, double? G, double? CramersV)
{
    private const double SmallestExpected = 5;

    /// <summary>Tests reference counts against production counts of the same labels.</summary>
    public static MixTest Of(IReadOnlyList<CategoryShare> categories)
    {
        ArgumentNullException.ThrowIfNull(categories);
        var used = categories.Where(category => category.Reference + category.Production > 0).ToList();
        var mix = MixOf(used);
        if (mix.Status != EstimateStatus.Ok)
        {
            return new MixTest(MixMethod.None, [], mix.ChiSquare, mix.DegreesOfFreedom, null, mix.G, null);
        }

        if (mix.SmallestExpected >= SmallestExpected)
        {
            return new MixTest(MixMethod.ChiSquare, [], mix.ChiSquare, mix.DegreesOfFreedom, mix.PChiSquare, mix.G, mix.CramersV);
        }

        return Exact(used) is { } p
            ? new MixTest(MixMethod.Exact, [], mix.ChiSquare, mix.DegreesOfFreedom, p, mix.G, mix.CramersV)
            : Merge(used, mix.CramersV);
    }

    private static MixTest Merge(List<CategoryShare> categories, double? cramersV)
    {
        var left = new List<CategoryShare>(categories);
        var merged = new List<string>();
        var mix = MixOf(left);
        while (left.Count > 2 && mix.SmallestExpected < SmallestExpected)
        {
            // The smallest two, and of equal ones those that come first.
            var smallest = left.OrderBy(category => category.Reference + category.Production).Take(2).ToList();
            left = [.. left.Except(smallest), smallest[0] + smallest[1]];
            merged = [.. left[^1].Label.Split(CategoryShare.Plus)];
            mix = MixOf(left);
        }

        return mix.SmallestExpected >= SmallestExpected
            ? new MixTest(MixMethod.ChiSquareMerged, merged, mix.ChiSquare, mix.DegreesOfFreedom, mix.PChiSquare, mix.G, cramersV)
            : new MixTest(MixMethod.None, merged, mix.ChiSquare, mix.DegreesOfFreedom, null, mix.G, cramersV);
    }

    /// <summary>p of the exact test; null where the table is too large for it.</summary>
    private static double? Exact(List<CategoryShare> categories)
    {
        if (categories.Sum(category => category.Reference + category.Production) > FisherFreemanHalton.LargestN)
        {
            return null;
        }

        try
        {
            return FisherFreemanHalton.PValue(categories.ConvertAll(category => category.Reference), categories.ConvertAll(category => category.Production));
        }
        catch (ArgumentException)
        {
            // Too many tables to visit; how many cannot be told beforehand.
            return null;
        }
    }

    private static CategoryMix MixOf(List<CategoryShare> categories) =>
        CategoryMix.Of(categories.ConvertAll(category => category.Reference), categories.ConvertAll(category => category.Production));
}
