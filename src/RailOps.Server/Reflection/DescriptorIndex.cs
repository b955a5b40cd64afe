using Google.Protobuf;
using Google.Protobuf.Reflection;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace RailOps.Server.Reflection;

/// <summary>Finds the files that describe services and messages, by file name, by full name, or by extension. Never changes once made.</summary>
internal sealed class DescriptorIndex
{
    private readonly SortedDictionary<string, FileDescriptor> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FileDescriptor> _symbols = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<int, FileDescriptor>> _extensions = new(StringComparer.Ordinal);

    /// <summary>Indexes the files of services and all that those import.</summary>
    public DescriptorIndex(IEnumerable<ServiceDescriptor> services)
    {
        foreach (var service in services)
            AddFile(service.File);
    }

    /// <summary>Names of all files, in ordinal order.</summary>
    public IReadOnlyCollection<string> FileNames => _files.Keys;

    /// <summary>Full names of all that is declared.</summary>
    public IReadOnlyCollection<string> Symbols => _symbols.Keys;

    /// <summary>The file of a name with all its imports, or null.</summary>
    public IEnumerable<ByteString>? FindFile(string name) => WithImports(_files.GetValueOrDefault(name));

    /// <summary>The file that declares a full name, with all its imports, or null.</summary>
    public IEnumerable<ByteString>? FindSymbol(string fullName) => WithImports(_symbols.GetValueOrDefault(fullName));

    /// <summary>The file that declares an extension, with all its imports, or null.</summary>
    public IEnumerable<ByteString>? FindExtension(string messageName, int number) =>
        WithImports(_extensions.GetValueOrDefault(messageName)?.GetValueOrDefault(number));

    /// <summary>Numbers of the extensions of a message, ascending; null: there is no such message.</summary>
    public IEnumerable<int>? FindExtensionNumbers(string messageName)
    {
        if (_extensions.TryGetValue(messageName, out var extensions))
            return extensions.Keys;
        var isMessage = _symbols.TryGetValue(messageName, out var file) && Messages(file.MessageTypes).Any(type => type.FullName == messageName);
        return isMessage ? [] : null;
    }

    private static IEnumerable<ByteString>? WithImports(FileDescriptor? file)
    {
        if (file is null)
            return null;
        var found = new List<FileDescriptor> { file };
        for (var index = 0; index < found.Count; index++)
            found.AddRange(found[index].Dependencies.Except(found).ToList());
        return found.Select(each => each.SerializedData);
    }

    private static IEnumerable<MessageDescriptor> Messages(IEnumerable<MessageDescriptor> types) =>
        types.SelectMany(type => Messages(type.NestedTypes).Prepend(type));

    private void AddFile(FileDescriptor file)
    {
        if (!_files.TryAdd(file.Name, file))
            return;
        foreach (var import in file.Dependencies)
            AddFile(import);
        foreach (var service in file.Services)
            AddSymbols(file, service.Methods.Prepend<IDescriptor>(service));
        foreach (var type in Messages(file.MessageTypes))
            AddMessage(file, type);
        AddEnums(file, file.EnumTypes);
        AddExtensions(file, file.Extensions);
    }

    private void AddMessage(FileDescriptor file, MessageDescriptor type)
    {
        AddSymbols(file, type.Fields.InDeclarationOrder().Prepend<IDescriptor>(type).Concat(type.Oneofs));
        AddEnums(file, type.EnumTypes);
        AddExtensions(file, type.Extensions);
    }

    private void AddEnums(FileDescriptor file, IEnumerable<EnumDescriptor> types)
    {
        foreach (var type in types)
            AddSymbols(file, type.Values.Prepend<IDescriptor>(type));
    }

    private void AddExtensions(FileDescriptor file, ExtensionCollection extensions)
    {
        foreach (var extension in extensions.UnorderedExtensions)
        {
            AddSymbols(file, [extension]);
            if (!_extensions.TryGetValue(extension.ExtendeeType.FullName, out var ofMessage))
                _extensions[extension.ExtendeeType.FullName] = ofMessage = [];
            ofMessage.TryAdd(extension.FieldNumber, file);
        }
    }

    private void AddSymbols(FileDescriptor file, IEnumerable<IDescriptor> declared)
    {
        foreach (var each in declared)
            _symbols.TryAdd(each.FullName, file);
    }
}
