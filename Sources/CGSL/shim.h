#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_multimin.h>
#include <math.h>

/* GSL ends the process on a fault unless its handler is taken away; the search that needs vectors stands here, so that Swift sees
   plain numbers. */

struct pratique_least {
  int is_found;
  int steps;
  double value;
};

typedef double (*pratique_cost)(const double *point, void *context);

struct pratique_task {
  pratique_cost cost;
  void *context;
};

static inline double pratique_evaluate(const gsl_vector *point, void *task) {
  struct pratique_task *it = (struct pratique_task *)task;
  return it->cost(point->data, it->context);
}

/* The simplex of Nelder and Mead, from a fixed start and for a limited number of steps: the same answer each time. `point` is the
   start and becomes the answer. */
static inline struct pratique_least pratique_simplex(
    int count, double *point, double reach, int limit, double size, pratique_cost cost, void *context) {
  struct pratique_least least = {0, 0, INFINITY};
  gsl_set_error_handler_off();
  struct pratique_task task = {cost, context};
  gsl_multimin_function function = {pratique_evaluate, (size_t)count, &task};
  gsl_vector *start = gsl_vector_alloc((size_t)count);
  gsl_vector *reaches = gsl_vector_alloc((size_t)count);
  gsl_multimin_fminimizer *search = gsl_multimin_fminimizer_alloc(gsl_multimin_fminimizer_nmsimplex2, (size_t)count);
  if (start != NULL && reaches != NULL && search != NULL) {
    for (int i = 0; i < count; i++) gsl_vector_set(start, (size_t)i, point[i]);
    gsl_vector_set_all(reaches, reach);
    int status = gsl_multimin_fminimizer_set(search, &function, start, reaches);
    while (status == GSL_SUCCESS && least.steps < limit) {
      status = gsl_multimin_fminimizer_iterate(search);
      least.steps++;
      if (gsl_multimin_test_size(gsl_multimin_fminimizer_size(search), size) == GSL_SUCCESS) break;
    }
    const gsl_vector *best = gsl_multimin_fminimizer_x(search);
    for (int i = 0; i < count; i++) point[i] = gsl_vector_get(best, (size_t)i);
    least.value = gsl_multimin_fminimizer_minimum(search);
    least.is_found = isfinite(least.value);
  }
  if (search != NULL) gsl_multimin_fminimizer_free(search);
  if (reaches != NULL) gsl_vector_free(reaches);
  if (start != NULL) gsl_vector_free(start);
  return least;
}

static inline void pratique_calm(void) { gsl_set_error_handler_off(); }
