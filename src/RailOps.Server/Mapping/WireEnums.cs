using RailOps.Contracts.V1;
using Allocation = RailOps.Solvers.Allocation;
using Doctrine = RailOps.Model.Doctrine;
using Network = RailOps.Model.Network;
using Units = RailOps.Model.Units;

namespace RailOps.Server.Mapping;

/// <summary>Enumerations of the contract and of the model, one into the other.</summary>
internal static class WireEnums
{
    public static Grade Of(Network.Grade grade) => (Grade)(int)grade;

    public static Posture Of(Doctrine.Posture posture) => posture switch
    {
        Doctrine.Posture.Attack => Posture.Attack,
        Doctrine.Posture.Defence => Posture.Defence,
        _ => Posture.Rest,
    };

    public static Doctrine.Posture? Read(Posture posture) => posture switch
    {
        Posture.Rest => Doctrine.Posture.Rest,
        Posture.Defence => Doctrine.Posture.Defence,
        Posture.Attack => Doctrine.Posture.Attack,
        _ => null,
    };

    public static Allocation.AllocationPolicy Read(AllocationPolicy policy) => policy switch
    {
        AllocationPolicy.Weighted => Allocation.AllocationPolicy.Weighted,
        AllocationPolicy.Fair => Allocation.AllocationPolicy.Fair,
        _ => Allocation.AllocationPolicy.Priority,
    };

    public static AllocationPolicy Of(Allocation.AllocationPolicy policy) => policy switch
    {
        Allocation.AllocationPolicy.Weighted => AllocationPolicy.Weighted,
        Allocation.AllocationPolicy.Fair => AllocationPolicy.Fair,
        _ => AllocationPolicy.Priority,
    };

    public static Units.EstimateLevel Read(EstimateLevel level) => level switch
    {
        EstimateLevel.Low => Units.EstimateLevel.Low,
        EstimateLevel.High => Units.EstimateLevel.High,
        _ => Units.EstimateLevel.Best,
    };

    public static Termination Of(Solvers.Results.Termination termination) => termination switch
    {
        Solvers.Results.Termination.Optimal or Solvers.Results.Termination.Unbounded => Termination.Optimal,
        Solvers.Results.Termination.TimeLimit => Termination.TimeLimit,
        Solvers.Results.Termination.OutOfRange => Termination.OutOfRange,
        _ => Termination.Stopped,
    };
}
