/* igraph's push-relabel: value alone, and with flow, cut and both sides. igraph doubles undirected edges itself. */
#include <igraph.h>

#include "net.h"

typedef struct {
    igraph_t graph;
    igraph_vector_t capacity;
} problem;

static double value_only(const railops_net *net, void *data, double *value) {
    problem *p = (problem *)data;
    double start = cpu_seconds();
    igraph_maxflow_value(&p->graph, value, net->source, net->sink, &p->capacity, NULL);
    return cpu_seconds() - start;
}

static double with_flow(const railops_net *net, void *data, double *value) {
    problem *p = (problem *)data;
    igraph_vector_t flow;
    igraph_vector_int_t cut, source_side, sink_side;
    double start = cpu_seconds();
    igraph_vector_init(&flow, 0);
    igraph_vector_int_init(&cut, 0);
    igraph_vector_int_init(&source_side, 0);
    igraph_vector_int_init(&sink_side, 0);
    igraph_maxflow(&p->graph, value, &flow, &cut, &source_side, &sink_side, net->source, net->sink, &p->capacity, NULL);
    double seconds = cpu_seconds() - start;
    igraph_vector_destroy(&flow);
    igraph_vector_int_destroy(&cut);
    igraph_vector_int_destroy(&source_side);
    igraph_vector_int_destroy(&sink_side);
    return seconds;
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    railops_net net = read_net(argv[1]);
    problem p;
    igraph_vector_int_t ends;
    igraph_vector_int_init(&ends, 2 * (igraph_integer_t)net.arc_count);
    igraph_vector_init(&p.capacity, net.arc_count);
    for (int arc = 0; arc < net.arc_count; arc++) {
        VECTOR(ends)[2 * arc] = net.tail[arc];
        VECTOR(ends)[2 * arc + 1] = net.head[arc];
        VECTOR(p.capacity)[arc] = (double)net.capacity[arc];
    }
    igraph_create(&p.graph, &ends, net.node_count, net.is_directed ? IGRAPH_DIRECTED : IGRAPH_UNDIRECTED);
    time_solver("igraph, value", &net, &p, value_only);
    time_solver("igraph, flow and cut", &net, &p, with_flow);
    return 0;
}
