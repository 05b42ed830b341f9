namespace ValidationWorkbench.Statistics;

/// <summary>
/// Critical values for planned, equally spaced looks that spend the error of one decision by a function (Lan and DeMets 1983). Design constants:
/// a table for 2 to 5 looks at one-sided levels .025 and .05, from recursive numerical integration of the joint normal distribution of the looks
/// (Armitage, McPherson and Rowe 1969) with 160 Gauss-Legendre nodes.
/// </summary>
public static class LanDeMets
{
    private const double Same = 1e-9;

    private static readonly (SpendingFunction Function, double Alpha, double[] CriticalZ)[] Designs =
    [
        (SpendingFunction.OBrienFleming, 0.025, [2.9625880427, 1.9685956406]),
        (SpendingFunction.OBrienFleming, 0.025, [3.7103028733, 2.5114274813, 1.9930474778]),
        (SpendingFunction.OBrienFleming, 0.025, [4.3326336461, 2.9631315977, 2.3590442853, 2.0140901440]),
        (SpendingFunction.OBrienFleming, 0.025, [4.8768849488, 3.3570119216, 2.6802800645, 2.2898167677, 2.0310320435]),
        (SpendingFunction.OBrienFleming, 0.05, [2.5379876034, 1.6621065818]),
        (SpendingFunction.OBrienFleming, 0.05, [3.2001019716, 2.1408152405, 1.6948119646]),
        (SpendingFunction.OBrienFleming, 0.05, [3.7495518372, 2.5399425731, 2.0160698513, 1.7201770649]),
        (SpendingFunction.OBrienFleming, 0.05, [4.2291950593, 2.8881365483, 2.2980902839, 1.9618214656, 1.7397044994]),
        (SpendingFunction.Pocock, 0.025, [2.1569992183, 2.2009769672]),
        (SpendingFunction.Pocock, 0.025, [2.2794282389, 2.2949111349, 2.2959395793]),
        (SpendingFunction.Pocock, 0.025, [2.3683277035, 2.3675242954, 2.3581683012, 2.3500359501]),
        (SpendingFunction.Pocock, 0.025, [2.4379766881, 2.4268138584, 2.4101941425, 2.3966492654, 2.3859996498]),
        (SpendingFunction.Pocock, 0.05, [1.8662138601, 1.8848753174]),
        (SpendingFunction.Pocock, 0.05, [2.0020138448, 1.9937968128, 1.9803042207]),
        (SpendingFunction.Pocock, 0.05, [2.0999026916, 2.0767118168, 2.0531628007, 2.0347686455]),
        (SpendingFunction.Pocock, 0.05, [2.1762114531, 2.1437477121, 2.1132852632, 2.0895991846, 2.0709983753]),
    ];

    /// <summary>Critical z at each look.</summary>
    /// <param name="function">How the error is shared.</param>
    /// <param name="oneSidedAlpha">Overall one-sided level.</param>
    /// <param name="informationRates">Share of the data at each look, ascending to 1.</param>
    /// <exception cref="ArgumentException">The design is not tabled.</exception>
    public static IReadOnlyList<double> CriticalZ(SpendingFunction function, double oneSidedAlpha, IReadOnlyList<double> informationRates)
    {
        ArgumentNullException.ThrowIfNull(informationRates);
        var looks = informationRates.Count;
        var isEven = informationRates.Select((rate, i) => Math.Abs(rate - ((i + 1.0) / looks)) < Same).All(isSame => isSame);
        return Designs.FirstOrDefault(design => isEven && design.Function == function && Math.Abs(design.Alpha - oneSidedAlpha) < Same && design.CriticalZ.Length == looks).CriticalZ
            ?? throw new ArgumentException("no tabled design: 2 to 5 equally spaced looks are tabled for one-sided levels .025 and .05.", nameof(informationRates));
    }

    /// <summary>Error spent up to a share of the information in (0,1].</summary>
    public static double Spent(SpendingFunction function, double oneSidedAlpha, double informationRate)
    {
        StatisticsArguments.RequireConfidence(1 - oneSidedAlpha);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(informationRate);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(informationRate, 1);
        return function == SpendingFunction.Pocock
            ? oneSidedAlpha * Math.Log(1 + ((Math.E - 1) * informationRate))
            : 2 * NormalDistribution.UpperTail(Quantile.Normal(1 - (oneSidedAlpha / 2)) / Math.Sqrt(informationRate));
    }
}
