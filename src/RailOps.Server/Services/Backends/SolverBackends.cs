using RailOps.OrTools.Flow;
using RailOps.OrTools.Hosts;
using RailOps.OrTools.Interdiction;
using RailOps.OrTools.Programs;
using RailOps.Server.Telemetry;
using RailOps.Solvers.Flow;
using RailOps.Solvers.Interdiction;
using RailOps.Solvers.Programs;

namespace RailOps.Server.Services.Backends;

/// <summary>
/// The solvers from outside behind the ports of Solvers, made once and shared by all that answers. The native ones need no wiring: Analysis
/// calls them itself. Thread safe; starts nothing before it is asked.
/// </summary>
public sealed class SolverBackends
{
    /// <summary>Google OR-Tools as it runs on a host.</summary>
    /// <param name="host">Where OR-Tools runs; not disposed here.</param>
    /// <param name="reports">Hears which solvers were asked and how they fared; null: nobody does.</param>
    public SolverBackends(IOrToolsHost host, ISolverReports? reports = null)
        : this(new OrToolsMaxFlowSolver(host), new OrToolsLinearProgramSolver(host), reports)
    {
    }

    /// <summary>Given solvers.</summary>
    /// <param name="maxFlow">Maximum flow.</param>
    /// <param name="programs">Linear and mixed-integer programs; says whether all of it is there.</param>
    /// <param name="reports">Hears which solvers were asked and how they fared; null: nobody does.</param>
    public SolverBackends(IMaxFlowSolver maxFlow, ILinearProgramSolver programs, ISolverReports? reports = null)
    {
        ArgumentNullException.ThrowIfNull(maxFlow);
        ArgumentNullException.ThrowIfNull(programs);
        (MaxFlow, Programs, Reports) = (maxFlow, programs, reports);
        Interdiction = new WoodInterdictionSolver(programs);
    }

    /// <summary>Whether OR-Tools can be asked, its version, and if not, how to add it. Cheap.</summary>
    public SolverAvailability Availability => Programs.Availability;

    /// <summary>Maximum flow by OR-Tools.</summary>
    public IMaxFlowSolver MaxFlow { get; }

    /// <summary>Linear and mixed-integer programs by OR-Tools: for every question that only a program answers.</summary>
    public ILinearProgramSolver Programs { get; }

    /// <summary>The attacks that leave the least flow, by Wood's program in OR-Tools.</summary>
    public IInterdictionSolver Interdiction { get; }

    /// <summary>Hears which solvers were asked and how they fared.</summary>
    internal ISolverReports? Reports { get; }
}
