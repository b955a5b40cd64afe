using System.Collections;
using System.Text;

namespace Grpc.Core;

/// <summary>Headers or trailers of a call, in order; a key may repeat. Keys that end in <c>-bin</c> carry bytes. Not thread safe.</summary>
public sealed class Metadata : IList<Metadata.Entry>
{
    /// <summary>Ending of the keys of binary entries.</summary>
    public const string BinaryHeaderSuffix = "-bin";

    /// <summary>No entries; cannot be changed.</summary>
    public static readonly Metadata Empty = new(isReadOnly: true);

    private readonly List<Entry> _entries = [];

    /// <summary>Starts without entries.</summary>
    public Metadata()
        : this(isReadOnly: false)
    {
    }

    private Metadata(bool isReadOnly) => IsReadOnly = isReadOnly;

    /// <inheritdoc/>
    public int Count => _entries.Count;

    /// <inheritdoc/>
    public bool IsReadOnly { get; }

    /// <inheritdoc/>
    public Entry this[int index]
    {
        get => _entries[index];
        set => Writable()[index] = Given(value);
    }

    /// <summary>The last entry with the key, or null.</summary>
    /// <param name="key">Key in any case.</param>
    /// <returns>The entry or null.</returns>
    public Entry? Get(string key)
    {
        var wanted = key.ToLowerInvariant();
        return _entries.FindLast(entry => entry.Key == wanted);
    }

    /// <summary>The text of the last entry with the key, or null.</summary>
    /// <param name="key">Key in any case.</param>
    /// <returns>The text or null.</returns>
    public string? GetValue(string key) => Get(key)?.Value;

    /// <summary>The bytes of the last entry with the key, or null.</summary>
    /// <param name="key">Key in any case.</param>
    /// <returns>A copy of the bytes, or null.</returns>
    public byte[]? GetValueBytes(string key) => Get(key)?.ValueBytes;

    /// <summary>All entries with the key, in order.</summary>
    /// <param name="key">Key in any case.</param>
    /// <returns>The entries.</returns>
    public IEnumerable<Entry> GetAll(string key)
    {
        var wanted = key.ToLowerInvariant();
        return _entries.Where(entry => entry.Key == wanted);
    }

    /// <summary>Adds a text entry.</summary>
    /// <param name="key">Key without the binary ending.</param>
    /// <param name="value">Printable ASCII.</param>
    public void Add(string key, string value) => Add(new Entry(key, value));

    /// <summary>Adds a binary entry.</summary>
    /// <param name="key">Key with the ending <c>-bin</c>.</param>
    /// <param name="valueBytes">The bytes; copied.</param>
    public void Add(string key, byte[] valueBytes) => Add(new Entry(key, valueBytes));

    /// <inheritdoc/>
    public void Add(Entry item) => Writable().Add(Given(item));

    /// <inheritdoc/>
    public int IndexOf(Entry item) => _entries.IndexOf(item);

    /// <inheritdoc/>
    public void Insert(int index, Entry item) => Writable().Insert(index, Given(item));

    /// <inheritdoc/>
    public void RemoveAt(int index) => Writable().RemoveAt(index);

    /// <inheritdoc/>
    public void Clear() => Writable().Clear();

    /// <inheritdoc/>
    public bool Contains(Entry item) => _entries.Contains(item);

    /// <inheritdoc/>
    public void CopyTo(Entry[] array, int arrayIndex) => _entries.CopyTo(array, arrayIndex);

    /// <inheritdoc/>
    public bool Remove(Entry item) => Writable().Remove(item);

    /// <inheritdoc/>
    public IEnumerator<Entry> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _entries.GetEnumerator();

    private static Entry Given(Entry? item) => item ?? throw new ArgumentNullException(nameof(item));

    private List<Entry> Writable() => IsReadOnly ? throw new InvalidOperationException("This metadata is read-only.") : _entries;

    /// <summary>One header or trailer.</summary>
    public sealed class Entry
    {
        private readonly string? _text;
        private readonly byte[]? _bytes;

        /// <summary>Makes a text entry.</summary>
        /// <param name="key">Key without the binary ending; lower-cased.</param>
        /// <param name="value">Printable ASCII.</param>
        /// <exception cref="ArgumentException">The key has the binary ending or a character that is not allowed.</exception>
        public Entry(string key, string value)
        {
            ArgumentNullException.ThrowIfNull(value);
            Key = Normalize(key);
            _text = IsBinary
                ? throw new ArgumentException($"Key \"{Key}\" ends in \"-bin\", so its value must be bytes.", nameof(key))
                : value;
        }

        /// <summary>Makes a binary entry.</summary>
        /// <param name="key">Key with the ending <c>-bin</c>; lower-cased.</param>
        /// <param name="valueBytes">The bytes; copied.</param>
        /// <exception cref="ArgumentException">The key lacks the binary ending or has a character that is not allowed.</exception>
        public Entry(string key, byte[] valueBytes)
        {
            ArgumentNullException.ThrowIfNull(valueBytes);
            Key = Normalize(key);
            _bytes = IsBinary
                ? [.. valueBytes]
                : throw new ArgumentException($"Key \"{Key}\" must end in \"-bin\" to carry bytes.", nameof(key));
        }

        /// <summary>The key in lower case.</summary>
        public string Key { get; }

        /// <summary>The text.</summary>
        /// <exception cref="InvalidOperationException">The entry is binary.</exception>
        public string Value => _text ?? throw new InvalidOperationException($"Metadata \"{Key}\" is binary; read ValueBytes.");

        /// <summary>The bytes, or the text as UTF-8; a copy.</summary>
        public byte[] ValueBytes => _bytes is null ? Encoding.UTF8.GetBytes(_text!) : [.. _bytes];

        /// <summary>True: carries bytes.</summary>
        public bool IsBinary => Key.EndsWith(BinaryHeaderSuffix, StringComparison.Ordinal);

        /// <inheritdoc/>
        public override string ToString() => IsBinary ? $"[Entry: key={Key}, {_bytes!.Length} bytes]" : $"[Entry: key={Key}, value={_text}]";

        private static string Normalize(string key)
        {
            ArgumentNullException.ThrowIfNull(key);
            var lower = key.ToLowerInvariant();
            return lower.Length > 0 && lower.All(IsKeyCharacter)
                ? lower
                : throw new ArgumentException($"Metadata key \"{key}\" may only have letters, digits, \"_\", \"-\" and \".\".", nameof(key));
        }

        private static bool IsKeyCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.';
    }
}
