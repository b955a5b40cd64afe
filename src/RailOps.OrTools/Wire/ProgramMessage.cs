using System.Text;
using RailOps.OrTools.Hosts;
using RailOps.Solvers.Programs;

namespace RailOps.OrTools.Wire;

/// <summary>
/// Bytes of <c>operations_research.MPModelRequest</c> and <c>MPSolutionResponse</c>: OR-Tools' own messages (linear_solver.proto), whose field
/// numbers stand here.
/// </summary>
internal static class ProgramMessage
{
    public static byte[] Write(LinearProgram program, ProgramBackend backend, TimeSpan? limit)
    {
        var request = new ProtoWriter();
        request.Bytes(field: 1, WriteModel(program));
        request.Number(field: 2, (int)backend);
        if (limit is { } given)
            request.Double(field: 3, double.Max(given.TotalSeconds, 0.001));
        return request.Written.ToArray();
    }

    /// <exception cref="InvalidDataException">This is no such message.</exception>
    public static ProgramReply Read(ReadOnlySpan<byte> bytes)
    {
        var (status, objective, bound, message) = (ProgramStatus.NotSolved, 0.0, (double?)null, "");
        var (values, duals, costs) = (new List<double>(), new List<double>(), new List<double>());
        var reader = new ProtoReader(bytes);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    status = (ProgramStatus)(int)reader.Number;
                    break;
                case 2:
                    objective = reader.Double;
                    break;
                case 3:
                    reader.AddDoublesTo(values);
                    break;
                case 4:
                    reader.AddDoublesTo(duals);
                    break;
                case 5:
                    bound = reader.Double;
                    break;
                case 6:
                    reader.AddDoublesTo(costs);
                    break;
                case 7:
                    message = Encoding.UTF8.GetString(reader.Content);
                    break;
            }
        }

        return new ProgramReply(status, objective, bound, [.. values], [.. duals], [.. costs], message);
    }

    private static ReadOnlySpan<byte> WriteModel(LinearProgram program)
    {
        var (model, part) = (new ProtoWriter(), new ProtoWriter());
        model.Boolean(field: 1, program.Maximize);
        model.Double(field: 2, program.ObjectiveOffset);
        for (var variable = 0; variable < program.VariableCount; variable++)
        {
            part.Clear();
            part.Double(field: 1, program.Lower[variable]);
            part.Double(field: 2, program.Upper[variable]);
            part.Double(field: 3, program.Objective[variable]);
            part.Boolean(field: 4, program.IsInteger[variable]);
            model.Bytes(field: 3, part.Written);
        }

        for (var row = 0; row < program.RowCount; row++)
        {
            part.Clear();
            var (start, count) = (program.RowStart[row], program.RowStart[row + 1] - program.RowStart[row]);
            part.Double(field: 2, program.RowLower[row]);
            part.Double(field: 3, program.RowUpper[row]);
            part.Packed(field: 6, program.Columns.AsSpan().Slice(start, count));
            part.Packed(field: 7, program.Coefficients.AsSpan().Slice(start, count));
            model.Bytes(field: 4, part.Written);
        }

        return model.Written;
    }
}
