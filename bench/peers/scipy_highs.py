"""SciPy's HiGHS (dual simplex for linear programs, in doubles) on the net of one file; prints like the other drivers."""
import sys
import time

import numpy
from scipy.optimize import linprog
from scipy.sparse import csr_matrix


def main():
    with open(sys.argv[1], encoding="ascii") as file:
        node_count, arc_count, source, sink, amount = map(int, file.readline().split())
        arcs = numpy.loadtxt(file, dtype=numpy.int64, ndmin=2)
    columns = numpy.arange(arc_count)
    ones = numpy.ones(arc_count)
    rows = numpy.concatenate((arcs[:, 0], arcs[:, 1]))
    balance = csr_matrix((numpy.concatenate((ones, -ones)), (rows, numpy.concatenate((columns, columns)))), shape=(node_count, arc_count))
    supply = numpy.zeros(node_count)
    supply[source], supply[sink] = amount, -amount
    bounds = numpy.column_stack((numpy.zeros(arc_count), arcs[:, 2]))
    start = time.process_time()
    result = linprog(arcs[:, 3], A_eq=balance, b_eq=supply, bounds=bounds, method="highs-ds")
    seconds = time.process_time() - start
    if result.status != 0:
        sys.exit(3)
    print(f"SciPy HiGHS dual simplex\t{seconds:.6f}\t0\t{round(result.fun)}")


if __name__ == "__main__":
    main()
