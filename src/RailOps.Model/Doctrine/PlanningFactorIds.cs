using System.Collections.Immutable;

namespace RailOps.Model.Doctrine;

/// <summary>The planning factors that the formulas of capacity and of moves use; each must be stated for the scope <c>all</c> or for every operator met.</summary>
public static class PlanningFactorIds
{
    /// <summary>Distance between crossing places of a single line (km).</summary>
    public const string SidingSpacingKm = "siding_spacing_km";

    /// <summary>Speed of goods trains between crossing places (km/h).</summary>
    public const string GoodsSpeedKmPerHour = "goods_speed_km_per_hour";

    /// <summary>Time lost at a crossing (minutes).</summary>
    public const string CrossingLossMinutes = "crossing_loss_minutes";

    /// <summary>Share of the theoretical capacity that may be planned, 0 to 1.</summary>
    public const string PlanningShare = "planning_share";

    /// <summary>Practical train pairs a day of a double line.</summary>
    public const string DoubleTrackTrainPairsPerDay = "double_track_train_pairs_per_day";

    /// <summary>Train pairs a day taken by passenger, civil and service trains.</summary>
    public const string CivilAndServiceTrainPairsPerDay = "civil_and_service_train_pairs_per_day";

    /// <summary>Share of the tonnage that the railway itself uses (coal, water, ballast), 0 to 1.</summary>
    public const string RailwayOwnShare = "railway_own_share";

    /// <summary>Goods in one train (t).</summary>
    public const string NetTrainLoadTonnes = "net_train_load_tonnes";

    /// <summary>Mean load of a truck (kg).</summary>
    public const string TruckPayloadKg = "truck_payload_kg";

    /// <summary>Fuel burnt by a truck (kg/km).</summary>
    public const string TruckFuelKgPerKm = "truck_fuel_kg_per_km";

    /// <summary>Share of trucks fit to run, 0 to 1.</summary>
    public const string TruckFitShare = "truck_fit_share";

    /// <summary>Distance that a convoy drives in a day (km/day).</summary>
    public const string ConvoyKmPerDay = "convoy_km_per_day";

    /// <summary>Loading, unloading and rest in one round trip (days).</summary>
    public const string TruckHandlingDays = "truck_handling_days";

    /// <summary>Wagons in a train of troops or supply.</summary>
    public const string WagonsPerTrain = "wagons_per_train";

    /// <summary>Trains that move a division with what marches in it.</summary>
    public const string TrainsPerDivision = "trains_per_division";

    /// <summary>How far a figure of grade A that is stated as one number may be off either way, as a share of it; for draws.</summary>
    public const string HalfWidthOfGradeA = "half_width_of_grade_a";

    /// <summary>The same for grade B.</summary>
    public const string HalfWidthOfGradeB = "half_width_of_grade_b";

    /// <summary>The same for grade C.</summary>
    public const string HalfWidthOfGradeC = "half_width_of_grade_c";

    /// <summary>The same for grade D.</summary>
    public const string HalfWidthOfGradeD = "half_width_of_grade_d";

    /// <summary>Rank correlation of two figures of one railway, one operator, or of the needs of two formations, 0 to 1; for draws.</summary>
    public const string CorrelationOfFigures = "correlation_of_figures";

    /// <summary>Coal burnt by locomotives, empties hauled back included (kg for each net tonne-kilometre).</summary>
    public const string LocomotiveCoalKgPerNetTonneKm = "locomotive_coal_kg_per_net_tonne_km";

    /// <summary>Distance that a wagon of a through train runs in a day between loading and unloading (km/day).</summary>
    public const string WagonKmPerDay = "wagon_km_per_day";

    /// <summary>Loading, unloading and waiting in one round of a wagon (days).</summary>
    public const string WagonTerminalDays = "wagon_terminal_days";

    /// <summary>Length of line that one locomotive works before another takes over (km).</summary>
    public const string LocomotiveDivisionKm = "locomotive_division_km";

    /// <summary>Time of a locomotive at the end of its division: fire, water, coal, turning (hours).</summary>
    public const string LocomotiveTerminalHours = "locomotive_terminal_hours";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        SidingSpacingKm, GoodsSpeedKmPerHour, CrossingLossMinutes, PlanningShare, DoubleTrackTrainPairsPerDay,
        CivilAndServiceTrainPairsPerDay, RailwayOwnShare, NetTrainLoadTonnes, TruckPayloadKg, TruckFuelKgPerKm, TruckFitShare,
        ConvoyKmPerDay, TruckHandlingDays, WagonsPerTrain, TrainsPerDivision,
        HalfWidthOfGradeA, HalfWidthOfGradeB, HalfWidthOfGradeC, HalfWidthOfGradeD, CorrelationOfFigures,
        LocomotiveCoalKgPerNetTonneKm, WagonKmPerDay, WagonTerminalDays, LocomotiveDivisionKm, LocomotiveTerminalHours,
    ];
}
