using RailOps.Contracts.V1;
using RailOps.Server.Errors;
using Allocation = RailOps.Solvers.Allocation;
using Doctrine = RailOps.Model.Doctrine;
using Network = RailOps.Model.Network;
using Units = RailOps.Model.Units;

namespace RailOps.Server.Mapping;

/// <summary>Enumerations of the contract and of the model, one into the other.</summary>
internal static class WireEnums
{
    /// <summary>Refuses a number that the contract has no name for: answering with a default would hide the mistake.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="field">Path of the field.</param>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT.</exception>
    public static void RequireKnown<T>(T value, string field)
        where T : struct, Enum
    {
        if (Enum.IsDefined(value))
            return;
        var problems = new RequestProblems();
        var number = value.ToString("D");
        problems.Add(
            ErrorReasons.EnumValueUnknown, field, number,
            $"{field} is {number}, which this server does not know; it knows 0 to {Enum.GetValues<T>().Max():D}.");
        problems.ThrowIfAny();
    }

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
        Solvers.Results.Termination.WithinTolerance => Termination.WithinTolerance,
        _ => Termination.Stopped,
    };
}
