using Google.Protobuf.WellKnownTypes;
using RailOps.Contracts.Rpc;
using RailOps.Server.Shell.Clients;

namespace RailOps.Server.Shell.Errors;

/// <summary>Faults that the shell finds itself, told in the form in which a server tells them.</summary>
internal static class Faults
{
    /// <summary>What was typed cannot be understood.</summary>
    /// <param name="field">Option or argument as the user knows it, for example <c>--derate</c>.</param>
    /// <param name="reason">UPPER_SNAKE_CASE cause.</param>
    /// <param name="message">What is wrong and what would be right.</param>
    public static CallFailedException BadInput(string field, string reason, string message)
    {
        var status = Make(CallCodes.InvalidArgument, reason, message);
        var details = new BadRequest();
        details.FieldViolations.Add(new BadRequest.Types.FieldViolation { Field = field, Description = message });
        status.Details.Add(Any.Pack(details));
        return new CallFailedException(status);
    }

    /// <summary>Several things that were typed, or that a file holds, cannot be understood.</summary>
    /// <param name="reason">UPPER_SNAKE_CASE cause.</param>
    /// <param name="message">How many and where.</param>
    /// <param name="faults">Each with its option, or its file, row and column; and what is wrong and what would be right.</param>
    public static CallFailedException BadInputs(string reason, string message, IEnumerable<(string Field, string Description)> faults)
    {
        var status = Make(CallCodes.InvalidArgument, reason, message);
        var details = new BadRequest();
        details.FieldViolations.AddRange(faults.Select(fault => new BadRequest.Types.FieldViolation { Field = fault.Field, Description = fault.Description }));
        status.Details.Add(Any.Pack(details));
        return new CallFailedException(status);
    }

    /// <summary>Any other fault.</summary>
    /// <param name="code">gRPC code.</param>
    /// <param name="reason">UPPER_SNAKE_CASE cause.</param>
    /// <param name="message">What happened and what to do.</param>
    /// <param name="inner">The cause.</param>
    public static CallFailedException Other(int code, string reason, string message, Exception? inner = null) =>
        new(Make(code, reason, message), inner);

    private static Status Make(int code, string reason, string message)
    {
        var status = new Status { Code = code, Message = message };
        status.Details.Add(Any.Pack(new ErrorInfo { Reason = reason, Domain = "railops" }));
        return status;
    }
}
