// The addresses that the door itself knows. (A file without imports: the routes and the door both need them.)

export const startParameter = 'token'
export const healthPath = '/api/health'
export const wirePath = '/wire'
export const clipPath = '/api/sources'
