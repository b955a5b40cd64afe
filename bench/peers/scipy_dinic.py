"""SciPy's Dinic on the net of one file; prints "name TAB seconds TAB bytes TAB value" like the other drivers."""
import sys
import time

import numpy
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import maximum_flow

LONG_SECONDS = 5.0
SHORTEST_SAMPLE_SECONDS = 0.05


def read_net(path):
    with open(path, encoding="ascii") as file:
        node_count, _, source, sink, is_directed = map(int, file.readline().split())
        arcs = numpy.loadtxt(file, dtype=numpy.int64, ndmin=2)
    if not is_directed:
        arcs = numpy.vstack((arcs, arcs[:, [1, 0, 2]]))
    # Parallel arcs are added up, which changes no value.
    matrix = csr_matrix((arcs[:, 2].astype(numpy.int32), (arcs[:, 0], arcs[:, 1])), shape=(node_count, node_count))
    return matrix, source, sink


def timed(matrix, source, sink):
    start = time.process_time()
    value = maximum_flow(matrix, source, sink, method="dinic").flow_value
    return time.process_time() - start, value


def main():
    problem = read_net(sys.argv[1])
    seconds, value = timed(*problem)
    if seconds < LONG_SECONDS:
        batch = 1 + int(SHORTEST_SAMPLE_SECONDS / (seconds + 1e-6))
        samples = sorted(sum(timed(*problem)[0] for _ in range(batch)) / batch for _ in range(5))
        seconds = samples[2]
    print(f"SciPy Dinic\t{seconds:.6f}\t0\t{value}")


if __name__ == "__main__":
    main()
