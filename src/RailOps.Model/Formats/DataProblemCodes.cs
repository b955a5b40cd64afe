namespace RailOps.Model.Formats;

/// <summary>The values of <see cref="DataProblem.Code"/>.</summary>
public static class DataProblemCodes
{
    /// <summary>A folder that must exist does not.</summary>
    public const string MissingFolder = "MISSING_FOLDER";

    /// <summary>A file that must exist does not.</summary>
    public const string MissingFile = "MISSING_FILE";

    /// <summary>The operating system refused to read a file or folder.</summary>
    public const string UnreadableFile = "UNREADABLE_FILE";

    /// <summary>A file is larger than <see cref="DataLimits.FileBytes"/>.</summary>
    public const string FileTooLarge = "FILE_TOO_LARGE";

    /// <summary>A table has more rows than <see cref="DataLimits.RowCount"/>.</summary>
    public const string TooManyRows = "TOO_MANY_ROWS";

    /// <summary>More problems than <see cref="DataLimits.ProblemCount"/>: the rest is not listed.</summary>
    public const string TooManyProblems = "TOO_MANY_PROBLEMS";

    /// <summary>A file is not UTF-8.</summary>
    public const string BadEncoding = "BAD_ENCODING";

    /// <summary>A folder or file has a name kept for another purpose, or one that is not read.</summary>
    public const string ReservedName = "RESERVED_NAME";

    /// <summary>A quotation mark of a table is not closed or stands inside an unquoted cell.</summary>
    public const string BadQuotes = "BAD_QUOTES";

    /// <summary>A row has more or fewer cells than the header.</summary>
    public const string CellCount = "CELL_COUNT";

    /// <summary>A column that the format names is not in the header.</summary>
    public const string MissingColumn = "MISSING_COLUMN";

    /// <summary>A column that the format does not know.</summary>
    public const string UnknownColumn = "UNKNOWN_COLUMN";

    /// <summary>A column occurs twice.</summary>
    public const string DuplicateColumn = "DUPLICATE_COLUMN";

    /// <summary>A file is not YAML.</summary>
    public const string YamlSyntax = "YAML_SYNTAX";

    /// <summary>A YAML key that the format does not know.</summary>
    public const string UnknownKey = "UNKNOWN_KEY";

    /// <summary>A YAML key occurs twice in one mapping.</summary>
    public const string DuplicateKey = "DUPLICATE_KEY";

    /// <summary>A YAML node is a value, list or mapping where another of the three should be.</summary>
    public const string WrongShape = "WRONG_SHAPE";

    /// <summary>A value that must be stated is not.</summary>
    public const string MissingValue = "MISSING_VALUE";

    /// <summary>An id with letters that ids may not have.</summary>
    public const string BadId = "BAD_ID";

    /// <summary>Not a number.</summary>
    public const string BadNumber = "BAD_NUMBER";

    /// <summary>Not a whole number.</summary>
    public const string NotWhole = "NOT_WHOLE";

    /// <summary>Not a date.</summary>
    public const string BadDate = "BAD_DATE";

    /// <summary>Not a day of the year.</summary>
    public const string BadMonthDay = "BAD_MONTH_DAY";

    /// <summary>A word that is not one of those allowed.</summary>
    public const string UnknownValue = "UNKNOWN_VALUE";

    /// <summary>A number outside its range.</summary>
    public const string OutOfRange = "OUT_OF_RANGE";

    /// <summary>Not low &lt;= best &lt;= high.</summary>
    public const string RangeOrder = "RANGE_ORDER";

    /// <summary>Only some of low, best and high are stated.</summary>
    public const string IncompleteRange = "INCOMPLETE_RANGE";

    /// <summary>A window ends before it begins.</summary>
    public const string EmptyWindow = "EMPTY_WINDOW";

    /// <summary>Two windows of the same thing overlap.</summary>
    public const string OverlappingWindows = "OVERLAPPING_WINDOWS";

    /// <summary>An id that must be unique occurs again.</summary>
    public const string DuplicateId = "DUPLICATE_ID";

    /// <summary>An id that nothing has.</summary>
    public const string UnknownReference = "UNKNOWN_REFERENCE";

    /// <summary>A target that several kinds of things have.</summary>
    public const string AmbiguousTarget = "AMBIGUOUS_TARGET";

    /// <summary>A link or edge from a place to itself.</summary>
    public const string SelfLink = "SELF_LINK";

    /// <summary>A rail link a little shorter than the great circle between its stations.</summary>
    public const string LengthBelowGreatCircle = "LENGTH_BELOW_GREAT_CIRCLE";

    /// <summary>A station that no link touches.</summary>
    public const string OrphanStation = "ORPHAN_STATION";

    /// <summary>A day of the year that no window of a season covers.</summary>
    public const string SeasonGap = "SEASON_GAP";

    /// <summary>A day of the year that several windows of a season cover.</summary>
    public const string SeasonOverlap = "SEASON_OVERLAP";

    /// <summary>A planning factor that the formulas need is not stated for an operator on a day.</summary>
    public const string MissingPlanningFactor = "MISSING_PLANNING_FACTOR";

    /// <summary>A planning factor for an operator that no link has.</summary>
    public const string UnusedScope = "UNUSED_SCOPE";

    /// <summary>A formation without consumption for a posture.</summary>
    public const string MissingConsumption = "MISSING_CONSUMPTION";

    /// <summary>A tail that has a tail, or that stands in an order of battle.</summary>
    public const string TailMisused = "TAIL_MISUSED";

    /// <summary>The id of a timeline is not the name of its file.</summary>
    public const string IdNotFileName = "ID_NOT_FILE_NAME";

    /// <summary>A date that can never be seen in its timeline.</summary>
    public const string DateOutside = "DATE_OUTSIDE";

    /// <summary>Dates that should rise do not.</summary>
    public const string NotSorted = "NOT_SORTED";

    /// <summary>Not exactly one of several keys is stated.</summary>
    public const string OneOf = "ONE_OF";

    /// <summary>A kind of supply is counted that no source gives.</summary>
    public const string UnusedSupplyKind = "UNUSED_SUPPLY_KIND";

    /// <summary>A cell that says something where it means nothing.</summary>
    public const string UnusedCell = "UNUSED_CELL";

    /// <summary>A scored back-test on an observation of grade D.</summary>
    public const string UnscorableGrade = "UNSCORABLE_GRADE";

    /// <summary>A front without an order of battle.</summary>
    public const string FrontWithoutStrength = "FRONT_WITHOUT_STRENGTH";
}
