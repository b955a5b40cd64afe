namespace RailOps.Server.Errors;

/// <summary>
/// Every reason that an error of this server can carry in its <c>google.rpc.ErrorInfo</c>. Reasons are part of the contract: they stay, and
/// different causes have different reasons.
/// </summary>
public static class ErrorReasons
{
    /// <summary>Domain of all reasons.</summary>
    public const string Domain = "railops";

    /// <summary>No timeline has the id asked for.</summary>
    public const string TimelineUnknown = "TIMELINE_UNKNOWN";

    /// <summary>The timeline has no scenario of that id.</summary>
    public const string ScenarioUnknown = "SCENARIO_UNKNOWN";

    /// <summary>No network has the id asked for.</summary>
    public const string NetworkUnknown = "NETWORK_UNKNOWN";

    /// <summary>The date is not of the form YYYY-MM-DD.</summary>
    public const string DateInvalid = "DATE_INVALID";

    /// <summary>The timeline does not reach to the date.</summary>
    public const string DateOutsideTimeline = "DATE_OUTSIDE_TIMELINE";

    /// <summary>The timeline has no such side.</summary>
    public const string SideUnknown = "SIDE_UNKNOWN";

    /// <summary>Nothing in the network has the id that a change names.</summary>
    public const string TargetUnknown = "TARGET_UNKNOWN";

    /// <summary>Things of two kinds have the id that a change names.</summary>
    public const string TargetAmbiguous = "TARGET_AMBIGUOUS";

    /// <summary>No station has the id.</summary>
    public const string StationUnknown = "STATION_UNKNOWN";

    /// <summary>A change has no action.</summary>
    public const string ChangeEmpty = "CHANGE_EMPTY";

    /// <summary>A change does not apply to a target of that kind.</summary>
    public const string ChangeNotApplicable = "CHANGE_NOT_APPLICABLE";

    /// <summary>A ratio is not between 0 and 1.</summary>
    public const string RatioOutOfRange = "RATIO_OUT_OF_RANGE";

    /// <summary>A quantity has no such name.</summary>
    public const string QuantityUnknown = "QUANTITY_UNKNOWN";

    /// <summary>A value is outside what its quantity allows.</summary>
    public const string ValueOutOfRange = "VALUE_OUT_OF_RANGE";

    /// <summary>More changes than the server allows.</summary>
    public const string TooManyChanges = "TOO_MANY_CHANGES";

    /// <summary>Fewer or more cases than a comparison takes.</summary>
    public const string CaseCountOutOfRange = "CASE_COUNT_OUT_OF_RANGE";

    /// <summary>Two cases have one label.</summary>
    public const string CaseLabelDuplicate = "CASE_LABEL_DUPLICATE";

    /// <summary>The network has no such node.</summary>
    public const string NodeUnknown = "NODE_UNKNOWN";

    /// <summary>No source or no sink was given.</summary>
    public const string TerminalsMissing = "TERMINALS_MISSING";

    /// <summary>A node is both source and sink.</summary>
    public const string TerminalsOverlap = "TERMINALS_OVERLAP";

    /// <summary>Neither a network nor a scenario was given.</summary>
    public const string SubjectMissing = "SUBJECT_MISSING";

    /// <summary>The undamaged network joins no source and sink.</summary>
    public const string NoRoute = "NO_ROUTE";

    /// <summary>The page size is below 0.</summary>
    public const string PageSizeNegative = "PAGE_SIZE_NEGATIVE";

    /// <summary>A number that an enumeration of the contract does not have.</summary>
    public const string EnumValueUnknown = "ENUM_VALUE_UNKNOWN";

    /// <summary>Fewer than one or too many items wanted.</summary>
    public const string ItemCountOutOfRange = "ITEM_COUNT_OUT_OF_RANGE";

    /// <summary>The page token does not come from this server's last answer.</summary>
    public const string PageTokenInvalid = "PAGE_TOKEN_INVALID";

    /// <summary>The server has no service of that name.</summary>
    public const string ServiceUnknown = "SERVICE_UNKNOWN";

    /// <summary>Too many requests wait for a solver.</summary>
    public const string QueueFull = "QUEUE_FULL";

    /// <summary>A solve took longer than the server allows.</summary>
    public const string SolveTimeLimit = "SOLVE_TIME_LIMIT";

    /// <summary>The server asks for an API key, but none was sent.</summary>
    public const string KeyMissing = "KEY_MISSING";

    /// <summary>The API key sent is not one of the server's.</summary>
    public const string KeyUnknown = "KEY_UNKNOWN";

    /// <summary>The key's requests a second are used up.</summary>
    public const string KeyRateExceeded = "KEY_RATE_EXCEEDED";

    /// <summary>The key has as many calls open as it may.</summary>
    public const string KeyCallsExceeded = "KEY_CALLS_EXCEEDED";

    /// <summary>The server is shutting down.</summary>
    public const string Draining = "DRAINING";

    /// <summary>A fault in the server itself; its log has the trace id.</summary>
    public const string Unexpected = "UNEXPECTED";

    /// <summary>A mode of attack makes no sense.</summary>
    public const string AttackModeInvalid = "ATTACK_MODE_INVALID";

    /// <summary>A budget of a resource is too small or too large.</summary>
    public const string BudgetOutOfRange = "BUDGET_OUT_OF_RANGE";

    /// <summary>Fewer or more guards than a search takes.</summary>
    public const string GuardCountOutOfRange = "GUARD_COUNT_OUT_OF_RANGE";

    /// <summary>Fewer or more plans than a search gives.</summary>
    public const string PlanCountOutOfRange = "PLAN_COUNT_OUT_OF_RANGE";

    /// <summary>A horizon is too short or too long.</summary>
    public const string HorizonOutOfRange = "HORIZON_OUT_OF_RANGE";

    /// <summary>A resource has two budgets.</summary>
    public const string ResourceDuplicate = "RESOURCE_DUPLICATE";

    /// <summary>An attack has no resources.</summary>
    public const string ResourceMissing = "RESOURCE_MISSING";

    /// <summary>No means of attack of that side and day takes the resource.</summary>
    public const string ResourceUnknown = "RESOURCE_UNKNOWN";

    /// <summary>The name of a search has other characters than it may, or is too long.</summary>
    public const string SearchIdInvalid = "SEARCH_ID_INVALID";

    /// <summary>A search of that name is running.</summary>
    public const string SearchIdTaken = "SEARCH_ID_TAKEN";

    /// <summary>No search of that name is running.</summary>
    public const string SearchUnknown = "SEARCH_UNKNOWN";

    /// <summary>A solver from outside broke down on this request: its process died, ran out of memory, or answered nonsense.</summary>
    public const string SolverFailed = "SOLVER_FAILED";

    /// <summary>The solver asked for does not answer that kind of question.</summary>
    public const string SolverNotForQuestion = "SOLVER_NOT_FOR_QUESTION";

    /// <summary>Two solvers gave answers that cannot both be right.</summary>
    public const string SolversDisagree = "SOLVERS_DISAGREE";

    /// <summary>The solver asked for is not installed here.</summary>
    public const string SolverUnavailable = "SOLVER_UNAVAILABLE";

    /// <summary>Fewer or more threads than a search may use.</summary>
    public const string ThreadCountOutOfRange = "THREAD_COUNT_OUT_OF_RANGE";

    /// <summary>A time limit is not more than 0, or more than the server allows.</summary>
    public const string TimeLimitOutOfRange = "TIME_LIMIT_OUT_OF_RANGE";

    /// <summary>Fewer or more draws than a sample takes.</summary>
    public const string DrawCountOutOfRange = "DRAW_COUNT_OUT_OF_RANGE";

    /// <summary>A correlation is not from 0 to 1.</summary>
    public const string CorrelationOutOfRange = "CORRELATION_OUT_OF_RANGE";

    /// <summary>Fewer or more bars than a tornado has.</summary>
    public const string TornadoCountOutOfRange = "TORNADO_COUNT_OUT_OF_RANGE";

    /// <summary>All reasons, sorted (ordinal).</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        AttackModeInvalid,
        BudgetOutOfRange,
        CaseCountOutOfRange,
        CaseLabelDuplicate,
        ChangeEmpty,
        ChangeNotApplicable,
        CorrelationOutOfRange,
        DateInvalid,
        DateOutsideTimeline,
        Draining,
        DrawCountOutOfRange,
        EnumValueUnknown,
        GuardCountOutOfRange,
        HorizonOutOfRange,
        ItemCountOutOfRange,
        KeyCallsExceeded,
        KeyMissing,
        KeyRateExceeded,
        KeyUnknown,
        NetworkUnknown,
        NodeUnknown,
        NoRoute,
        PageSizeNegative,
        PageTokenInvalid,
        PlanCountOutOfRange,
        QuantityUnknown,
        QueueFull,
        RatioOutOfRange,
        ResourceDuplicate,
        ResourceMissing,
        ResourceUnknown,
        ScenarioUnknown,
        SearchIdInvalid,
        SearchIdTaken,
        SearchUnknown,
        ServiceUnknown,
        SideUnknown,
        SolversDisagree,
        SolverFailed,
        SolverNotForQuestion,
        SolverUnavailable,
        SolveTimeLimit,
        StationUnknown,
        SubjectMissing,
        TargetAmbiguous,
        TargetUnknown,
        TerminalsMissing,
        TerminalsOverlap,
        ThreadCountOutOfRange,
        TimelineUnknown,
        TimeLimitOutOfRange,
        TooManyChanges,
        TornadoCountOutOfRange,
        Unexpected,
        ValueOutOfRange,
    ];
}
