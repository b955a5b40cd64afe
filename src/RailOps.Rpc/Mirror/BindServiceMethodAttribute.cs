namespace Grpc.Core;

/// <summary>On a generated service base: where its bind method is.</summary>
/// <param name="bindType">The type that has it.</param>
/// <param name="bindMethodName">Its name.</param>
[AttributeUsage(AttributeTargets.Class)]
public class BindServiceMethodAttribute(Type bindType, string bindMethodName) : Attribute
{
    /// <summary>The type that has the bind method.</summary>
    public Type BindType { get; } = bindType;

    /// <summary>Name of the bind method.</summary>
    public string BindMethodName { get; } = bindMethodName;
}
