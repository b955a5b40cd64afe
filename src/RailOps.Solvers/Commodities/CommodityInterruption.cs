using RailOps.Solvers.Programs;

namespace RailOps.Solvers.Commodities;

/// <summary>Time ran out, or the caller left, in the middle of a series of programs. Never leaves <see cref="CommoditySolver"/>.</summary>
internal sealed class CommodityInterruption(ProgramTermination termination) : Exception
{
    public ProgramTermination Termination { get; } = termination;
}
