using System.Globalization;

namespace RailOps.Model.Formats;

/// <summary>
/// Checks that the text of one field is what its description says. The letters of an id are checked where it is given to something; a
/// reference need only name that.
/// </summary>
internal static class FieldCheck
{
    public static void Run(DataRecord record, FieldDescription field, ProblemList problems)
    {
        var text = record.Text(field.Name);
        if (field.Type == FieldType.IdList)
            CheckIds(record, field, problems);
        else if (text.Length > 0)
            CheckText(record, field, text, problems);
        else if (field.IsRequired)
            ReportMissing(record, field, problems);
    }

    private static void CheckText(DataRecord record, FieldDescription field, string text, ProblemList problems)
    {
        switch (field.Type)
        {
            case FieldType.Id when field.References == EntityKinds.None && !FieldText.IsId(text):
                problems.Error(DataProblemCodes.BadId, record.At(field.Name), text,
                    $"'{field.Name}' should be an id of lower-case ASCII letters, digits and hyphens, but is '{text}'.", SuggestId(text));
                break;
            case FieldType.FormationId when field.References == EntityKinds.None && !FieldText.IsFormationId(text):
                problems.Error(DataProblemCodes.BadId, record.At(field.Name), text,
                    $"'{field.Name}' should be a formation id of upper-case ASCII letters, digits and underscores, but is '{text}'.",
                    "Write it like SU_RD_1939.");
                break;
            case FieldType.Date when FieldText.Date(text) is null:
                problems.Error(DataProblemCodes.BadDate, record.At(field.Name), text,
                    $"'{field.Name}' should be a date from 1800 to 2100, but is '{text}'.", "Write YYYY-MM-DD, YYYY-MM or YYYY.");
                break;
            case FieldType.MonthDay when FieldText.MonthDay(text) is null:
                problems.Error(DataProblemCodes.BadMonthDay, record.At(field.Name), text,
                    $"'{field.Name}' should be a day of the year, but is '{text}'.", "Write MM-DD, for example 04-15.");
                break;
            case FieldType.Flag or FieldType.Choice when !field.Choices.Contains(text, StringComparer.Ordinal):
                ReportUnknown(record, field, text, problems);
                break;
            case FieldType.Number or FieldType.Whole:
                CheckNumber(record, field, text, problems);
                break;
        }
    }

    private static void CheckNumber(DataRecord record, FieldDescription field, string text, ProblemList problems)
    {
        if (FieldText.Number(text) is not { } number)
        {
            problems.Error(DataProblemCodes.BadNumber, record.At(field.Name), text,
                $"'{field.Name}' should be a number{InUnit(field)}, but is '{text}'.", SuggestNumber(text));
            return;
        }

        if (field.Type == FieldType.Whole && number != decimal.Truncate(number))
        {
            problems.Error(DataProblemCodes.NotWhole, record.At(field.Name), text,
                $"'{field.Name}' should be a whole number{InUnit(field)}, but is {text}.", $"Maybe {decimal.Round(number).ToString(CultureInfo.InvariantCulture)}.");
        }

        var isTooSmall = field.ExcludesMinimum ? number <= field.Minimum : number < field.Minimum;
        if (!isTooSmall && number <= field.Maximum)
            return;

        problems.Error(DataProblemCodes.OutOfRange, record.At(field.Name), text,
            $"'{field.Name}' should be {(field.ExcludesMinimum ? "more than" : "at least")} {field.Minimum} and at most {field.Maximum}{InUnit(field)}, but is {text}.",
            isTooSmall && number < 0 && -number <= field.Maximum ? $"Maybe {text.TrimStart('-')}; leave the cell blank if the value is not known." : $"Check the value and its unit ({field.Meaning}).");
    }

    private static void CheckIds(DataRecord record, FieldDescription field, ProblemList problems)
    {
        var ids = record.Ids(field.Name);
        if (ids.IsEmpty && field.IsRequired)
            ReportMissing(record, field, problems);

        foreach (var id in ids)
        {
            if (id.Length == 0 || (field.References == EntityKinds.None && !field.HasOwnForm && !FieldText.IsId(id)))
            {
                problems.Error(DataProblemCodes.BadId, record.At(field.Name), id,
                    $"'{field.Name}' should list ids of lower-case ASCII letters, digits and hyphens, but one is '{id}'.",
                    id.Length == 0 ? "Remove the separator that has no id beside it." : SuggestId(id));
            }
        }

        foreach (var repeated in ids.GroupBy(id => id, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            problems.Error(DataProblemCodes.DuplicateId, record.At(field.Name), repeated.Key,
                $"'{field.Name}' should list each id once, but has '{repeated.Key}' {repeated.Count()} times.", "Remove the repetition.");
        }
    }

    private static void ReportMissing(DataRecord record, FieldDescription field, ProblemList problems) =>
        problems.Error(DataProblemCodes.MissingValue, record.At(field.Name), "",
            $"'{field.Name}' ({field.Meaning}) should be stated, but is blank.",
            field.Choices.IsEmpty ? $"State '{field.Name}'{InUnit(field)}." : $"Write one of: {string.Join(", ", field.Choices)}.");

    private static void ReportUnknown(DataRecord record, FieldDescription field, string text, ProblemList problems)
    {
        var near = NearestMatch.Find(text, field.Choices);
        var choices = string.Join(", ", field.Choices);
        problems.Error(DataProblemCodes.UnknownValue, record.At(field.Name), text,
            $"'{field.Name}' should be one of {choices}, but is '{text}'.", near is null ? $"Write one of: {choices}." : $"Maybe '{near}'.");
    }

    private static string SuggestId(string text)
    {
        var near = new string([.. text.ToLowerInvariant().Select(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : '-')]);
        return $"Maybe '{near}', here and wherever it is used.";
    }

    private static string SuggestNumber(string text)
    {
        var plain = text.Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return FieldText.Number(plain) is null
            ? "Write digits with a point for the fraction; leave it blank if the value is not known and not required."
            : $"Write {plain} for a thousand separator, or a point for the fraction.";
    }

    private static string InUnit(FieldDescription field) => field.Unit.Length == 0 ? "" : $" ({field.Unit})";
}
