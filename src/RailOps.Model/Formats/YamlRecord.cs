using System.Collections.Immutable;

namespace RailOps.Model.Formats;

/// <summary>A YAML mapping with the mappings in it. Nodes of the wrong shape read as not stated.</summary>
internal sealed class YamlRecord : DataRecord
{
    private readonly string _file;
    private readonly string _path;
    private readonly YamlMap _map;
    private readonly Dictionary<string, YamlNode> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<DataRecord>> _children = new(StringComparer.Ordinal);

    private YamlRecord(TableDescription table, string file, string path, YamlMap map)
        : base(table)
    {
        _file = file;
        _path = path;
        _map = map;
    }

    /// <summary>Reads and checks a mapping and all mappings in it.</summary>
    public static YamlRecord Read(TableDescription table, string file, YamlMap map, ProblemList problems) => Read(table, file, "", map, problems);

    public override string Text(string field) => _nodes.GetValueOrDefault(field) is YamlText text ? text.Value : "";

    public override ImmutableArray<string> Ids(string field) => _nodes.GetValueOrDefault(field) switch
    {
        YamlList list => [.. list.Items.OfType<YamlText>().Select(x => x.Value)],
        YamlText { Value.Length: > 0 } text => [text.Value],
        _ => [],
    };

    public override ImmutableArray<DataRecord> Children(string field) => _children.GetValueOrDefault(field, []);

    public override Place At(string field) => new(_file, _nodes.GetValueOrDefault(field)?.Line ?? _map.Line, PathOf(field));

    private static YamlRecord Read(TableDescription table, string file, string path, YamlMap map, ProblemList problems)
    {
        var record = new YamlRecord(table, file, path, map);
        foreach (var (key, node) in map.Entries)
            record.Add(key, node, problems);

        RecordCheck.Run(record, problems);
        foreach (var field in table.Fields.Where(f => f.Nested is not null && f.IsRequired && record.Children(f.Name).IsEmpty))
        {
            problems.Error(DataProblemCodes.MissingValue, record.At(field.Name), "",
                $"'{field.Name}' ({field.Meaning}) should have at least one entry, but has none.", $"Add one under '{field.Name}:'.");
        }

        return record;
    }

    private void Add(YamlText key, YamlNode node, ProblemList problems)
    {
        var place = new Place(_file, key.Line, PathOf(key.Value));
        if (Table.Find(key.Value) is not { } field)
        {
            ReportUnknown(key, place, problems);
        }
        else if (!_nodes.TryAdd(key.Value, node))
        {
            problems.Error(DataProblemCodes.DuplicateKey, place, key.Value,
                $"The key '{key.Value}' should occur once in a mapping, but it is also on line {_nodes[key.Value].Line}.", "Remove one of the two.");
        }
        else
        {
            Accept(field, node, problems);
        }
    }

    private void Accept(FieldDescription field, YamlNode node, ProblemList problems)
    {
        switch (field.Type, node)
        {
            case (FieldType.Maps, YamlList list):
                _children[field.Name] = ReadChildren(field, list, problems);
                break;
            case (FieldType.Map, YamlMap map):
                _children[field.Name] = [Read(field.Nested!, _file, PathOf(field.Name), map, problems)];
                break;
            case (FieldType.IdList, YamlList list):
                foreach (var item in list.Items.Where(x => x is not YamlText))
                    ReportShape(PathOf(field.Name), item.Line, "an id", problems);
                break;
            case (FieldType.Map or FieldType.Maps or FieldType.IdList, YamlText { Value: "" }):
                break;
            case (FieldType.Maps, _):
                ReportShape(PathOf(field.Name), node.Line, "a list of mappings", problems);
                break;
            case (FieldType.Map, _):
                ReportShape(PathOf(field.Name), node.Line, "a mapping", problems);
                break;
            case (FieldType.IdList, YamlMap):
                ReportShape(PathOf(field.Name), node.Line, "a list of ids", problems);
                break;
            case (_, YamlList or YamlMap) when field.Type != FieldType.IdList:
                ReportShape(PathOf(field.Name), node.Line, "a single value", problems);
                break;
        }
    }

    private ImmutableArray<DataRecord> ReadChildren(FieldDescription field, YamlList list, ProblemList problems)
    {
        var children = ImmutableArray.CreateBuilder<DataRecord>(list.Items.Count);
        for (var i = 0; i < list.Items.Count; i++)
        {
            var path = $"{PathOf(field.Name)}[{i}]";
            if (list.Items[i] is YamlMap map)
                children.Add(Read(field.Nested!, _file, path, map, problems));
            else
                ReportShape(path, list.Items[i].Line, "a mapping", problems);
        }

        return children.DrainToImmutable();
    }

    private void ReportShape(string path, int line, string wanted, ProblemList problems) =>
        problems.Error(DataProblemCodes.WrongShape, new(_file, line, path), "", $"'{path}' should be {wanted}, but is not.", "docs/formats.md shows how it is written.");

    private void ReportUnknown(YamlText key, Place place, ProblemList problems)
    {
        var names = Table.Fields.Select(f => f.Name);
        problems.Error(DataProblemCodes.UnknownKey, place, key.Value, $"A {Table.Name} has no key '{key.Value}'.",
            NearestMatch.Find(key.Value, names) is { } near ? $"Maybe '{near}'." : $"Remove it. Keys: {string.Join(", ", names)}.");
    }

    private string PathOf(string field) => _path.Length == 0 ? field : $"{_path}.{field}";
}
