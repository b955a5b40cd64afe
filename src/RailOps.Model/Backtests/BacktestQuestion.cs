namespace RailOps.Model.Backtests;

/// <summary>What a back-test asks the model; <see cref="BacktestQuestions"/> has the names and units.</summary>
public enum BacktestQuestion
{
    /// <summary>All train pairs a day that a section passes.</summary>
    AllTrainPairs,

    /// <summary>Train pairs a day left after civil and service trains.</summary>
    MilitaryTrainPairs,

    /// <summary>All train pairs a day by the formula or the class of line, as if no figure were stated.</summary>
    AllTrainPairsByFormula,

    /// <summary>Train pairs a day left after civil and service trains, as if no figure were stated.</summary>
    MilitaryTrainPairsByFormula,

    /// <summary>Tonnes a day over a section, in each direction.</summary>
    TonnesADay,

    /// <summary>Tonnes a day that a fleet of trucks delivers over a distance.</summary>
    TruckTonnesADay,

    /// <summary>Wagons a day left for the army over a section, in each direction.</summary>
    WagonsADay,

    /// <summary>Trains that a force needs to be moved.</summary>
    TrainsForForce,

    /// <summary>Wagons that a force needs to be moved.</summary>
    WagonsForForce,

    /// <summary>Days to bring a force over a section.</summary>
    DaysToConcentrate,

    /// <summary>Divisions that the tonnes of a section would feed.</summary>
    DivisionsFedOverSection,

    /// <summary>Whole divisions that a front, or all fronts of a side, can sustain.</summary>
    DivisionsSustained,

    /// <summary>Men whose need is delivered at a front, or at all fronts of a side.</summary>
    MenSustained,
}
